/** A board in Secure Download Mode, on every page. */
export const closedTexts = {
  closed: {
    title: 'Secure Download Mode',
    writing:
      'This board can be written and erased, and that is all. Nothing can be read back: no comparison, no backup, no partition table.',
    erasing: 'This board can be written and erased, and that is all. That it is blank afterwards cannot be proven.',
    flashSize: 'Flash size',
    flashSizeHint: 'The board does not tell. It stands in the description of the board or module.',
    chooseSize: 'Choose…',
    accept: 'Write without proof',
    acceptHint: 'What was written cannot be compared with what was sent.',
    layout: 'The board is in Secure Download Mode: its partition table cannot be read.',
  },
};
