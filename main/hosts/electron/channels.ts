/** Names of what travels between the window and its preload. */
export const channels = {
  request: 'strata:request',
  event: 'strata:event',
  pickPath: 'strata:pickPath',
  showFolder: 'strata:showFolder',
  unsaved: 'strata:unsaved',
} as const;
