/** A running job and how it ended. */
export const jobsTexts = {
  progress: {
    title: {
      flash: 'Flashing {board}',
      read: 'Reading {board}',
      erase: 'Erasing {board}',
      verify: 'Comparing with {board}',
    },
    unhurried: 'This can take a minute or two.',
    overall: 'Progress',
    file: 'File {n} of {count}',
    speed: 'Speed',
    timeLeft: 'Time left',
    elapsed: 'Elapsed',
    rate: 'Baud rate',
    none: '–',
    step: {
      connecting: 'Connect',
      detecting: 'Ask who it is',
      startingStub: 'Start the fast loader',
      resetting: 'Restart the board',
      listening: 'Listen to the board',
    },
    work: {
      flash: 'Write and verify',
      read: 'Read and verify',
      erase: 'Erase and check',
      verify: 'Compare',
    },
    now: {
      waiting: 'Waiting for the port',
      connecting: 'Connecting',
      startingStub: 'Starting the fast loader',
      detecting: 'Asking who it is',
      erasing: 'Erasing',
      reading: 'Reading',
      writing: 'Writing',
      verifying: 'Verifying',
      resetting: 'Restarting the board',
      listening: 'Listening to the board',
      done: 'Finishing',
    },
    stepState: { done: 'done', active: 'now', pending: 'to come' },
    announce: '{stage}, {percent}',
  },
  result: {
    verified: 'Verified',
    proof:
      'What is on the chip is what was sent: the MD5 of the {count} region matches. | What is on the chip is what was sent: the MD5 of each of the {count} regions matches.',
    unproven: 'Written, not verified',
    unprovenText:
      'The chip took all of it. In Secure Download Mode nobody can read it back, so whether it is right shows when the board runs.',
    encrypted: 'Written and encrypted',
    encryptedText:
      'The chip encrypted it with its own key and wrote it. What lies there now is not the plain file, and only the chip can read it.',
    written: 'Written',
    sent: 'Sent over the cable',
    speed: 'Average speed',
    rate: 'Baud rate',
    chip: 'Chip',
    mac: 'MAC address',
    regions: 'What was proven',
    regionAt: '{offset}, {size}',
    boardSaid: 'What the board said after the restart',
    boardSilent:
      'The board said nothing after the restart. Many apps print nothing; press its RESET button if it does not run.',
    notListened: 'The board stays as it is; it was not restarted.',
    cancelled: 'Cancelled',
    unplugged: 'The board was unplugged',
    waitingForBoard: 'Plug the board in again to go on.',
    boardIsBack: 'The board is back.',
    steps: 'What to do',
  },
  job: {
    failed: { flash: 'Not flashed', read: 'Not read', erase: 'Not erased', verify: 'Not compared' },
    done: { flash: 'Flashed', read: 'Read', erase: 'Erased', verify: 'Compared' },
    show: 'Show what happened',
    reason: { elsewhere: 'Wait until the running job is done.' },
    aftermath: {
      flash: {
        untouched: 'Nothing was written: the board is as it was.',
        begun: 'What was being written is incomplete. Flash the board again before you use it.',
      },
      read: {
        untouched: 'No file was made. The board is as it was.',
        begun: 'No file was made. The board is as it was.',
      },
      erase: {
        untouched: 'Nothing was erased: the board is as it was.',
        begun: 'Some of it is erased, perhaps all. Erase again, or flash the board before you use it.',
      },
      verify: {
        untouched: 'Nothing was written: the board is as it was.',
        begun: 'Nothing was written: the board is as it was.',
      },
    },
  },
};
