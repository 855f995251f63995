/** Words of every page on which something comes in from a file. */
export const fileImport = {
  fileTitle: 'The file',
  file: 'File',
  look: 'See what would happen',
  rules: 'Good to know',
  noFile: 'Choose a file first.',
  cutOff: 'This broke off on its way here, and nothing of the file was kept. Please choose it and send it again.',
  notTaken: 'The file was not taken',
  previewTitle: 'What would happen',
  previewLead: (file: string) => `With ${file}. Nothing is saved yet; the file is kept for an hour.`,
  confirm: 'Import it',
  cancel: 'Throw the file away',
  another: 'Another file',
  restOfList: (n: number) => `${n.toLocaleString('en')} more lines`,
  more: (n: number) => `… and ${n.toLocaleString('en')} more.`,
};
