/** The first flash, without hardware. */
export const tourTexts = {
  tour: {
    new: 'New here?',
    what: 'Flash a board that is made of software. It takes half a minute, and nothing can break.',
    begin: 'Try it with a virtual board',
    notNow: 'Not now',
    press: 'Everything is ready: press Flash.',
    done: 'That is all there is to it',
    doneText: 'Your own board is flashed in the same way: plug it in, drop its firmware on this window, press Flash.',
    own: 'Now with your own board',
  },
};
