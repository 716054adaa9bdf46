/** Free space between two columns and between two rows of cards, px. */
export const columnGap = 64;
/** Free space between cards of one row that stand above each other, px. */
export const branchGap = 40;
/** Free space between wrapped rows, px: room for the edge that leads back. */
export const rowGap = 80;
/** Cards snap to this, px. */
export const gridPx = 10;
