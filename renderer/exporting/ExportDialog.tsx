/** The export dialog; shown while the store's dialog is 'export'. */
export function ExportDialog() {
  return null;
}
