/** What boards print when something is wrong, in plain words. */
export const findingTexts = {
  finding: {
    crash: {
      title: 'The app crashed',
      text: {
        read: 'It tried to read from address {address}, where it may not.',
        write: 'It tried to write to address {address}, where it may not.',
        null: 'It used something that was never set up: a pointer that leads nowhere (address {address}).',
        fetch: 'It jumped to a place where there is no code, often by a function pointer that was never set.',
        illegalInstruction:
          'It came upon something that is no instruction. Often a function without a return value, or memory that was overwritten.',
        divideByZero: 'It divided a whole number by zero.',
        unaligned: 'It read or wrote a number at an address that does not suit its size ({address}).',
        cacheDisabled: 'It ran code from flash at a moment when flash could not be read, usually in an interrupt.',
        stackOverflow: 'A task used more stack than it has.',
        memoryProtection: 'It touched memory that is protected.',
        doubleException:
          'It failed again while it was dealing with a failure. Most often the stack is too small or overwritten.',
        breakpoint: 'It came upon a breakpoint, and no debugger is there.',
        interruptWatchdog: 'An interrupt took too long.',
        other: 'The processor gave up: {printed}.',
      },
    },
    abort: {
      title: 'The app stopped itself',
      text: 'The program called abort(): it found something that must not be. The line before often says what.',
    },
    assert: {
      title: 'A check in the program failed',
      text: 'It expected: {expression}. {where}',
    },
    errorCheck: {
      title: 'A function reported an error that the app does not handle',
      text: 'The error is {name}. {where}',
    },
    stackOverflow: {
      title: 'A task ran out of stack',
      text: 'The task {task} needs a larger stack: raise it where the task is created, or put less into local variables.',
    },
    stackSmashed: {
      title: 'Something wrote past the end of a local array',
      text: 'The function noticed when it returned. Look for arrays that are filled without checking their size.',
    },
    heapCorrupt: {
      title: 'Memory was overwritten',
      text: 'Something wrote past the end of a piece of memory, or used it after giving it back. It happened before this line.',
    },
    outOfMemory: {
      title: 'The app ran out of memory',
      text: 'A piece of memory that it asked for was not to be had.',
    },
    uncaughtException: {
      title: 'A C++ exception was not caught',
      text: 'Of kind {name}.',
      textUnnamed: 'Its kind is not told.',
    },
    interruptWatchdog: {
      title: 'The app was stuck with interrupts switched off',
      text: 'An interrupt routine or a locked section took so long that the watchdog stepped in.',
    },
    taskWatchdog: {
      title: 'A task does not give way',
      text: 'These did not get their turn in time: {tasks}. Something runs for long without a delay or a wait.',
      textUnnamed: 'Something runs for long without a delay or a wait.',
    },
    softWatchdog: {
      title: 'The app was stuck for too long',
      text: 'A loop ran without delay() or yield(), so the watchdog restarted the board.',
    },
    brownout: {
      title: 'The supply voltage dropped',
      text: 'The board restarts because it does not get enough current. Use a short, thick USB cable and a port of the computer itself or a hub with its own supply; Wi-Fi and servos need the most.',
    },
    emptyFlash: {
      title: 'There is no firmware where the chip looks for it',
      text: 'The flash is empty there. Flash a complete firmware: bootloader, partition table and app, or one merged file.',
    },
    invalidHeader: {
      title: 'What is at the bootloader’s place is no firmware',
      text: 'It begins with {header}. Most often a file was written to the wrong address, or the flash is encrypted.',
    },
    flashReadError: {
      title: 'The chip cannot read its flash',
      text: 'Either nothing is written at the bootloader’s place, or the flash mode does not suit the board. Flash it again with mode DIO.',
    },
    wrongFlashMode: {
      title: 'Probably the wrong flash mode',
      text: 'The chip loads the firmware in mode {mode} and then hears nothing more. Many boards have no wires for it: flash again with mode DIO.',
    },
    brokenImage: {
      title: 'The firmware in flash is damaged',
      text: {
        checksum:
          'Its checksum is wrong. Flash it again; if that does not help, try a lower flash frequency or mode DIO.',
        hash: 'Its hash is wrong. Flash it again; if that does not help, try a lower flash frequency or mode DIO.',
        magic: 'The partition does not hold an app. Perhaps the app was never written, or to another address.',
      },
    },
    noPartitionTable: {
      title: 'There is no partition table',
      text: 'The bootloader does not know where the app is. Flash the partition table too, or one merged file.',
    },
    noApp: {
      title: 'There is no app that could start',
      text: 'The bootloader and the partition table are there, but none of the app partitions holds an app. Flash the app to its address.',
    },
    wrongChip: {
      title: 'The firmware is for another chip',
      text: 'It was built for {wanted}, and this is {actual}. Build or download the one for this chip.',
    },
    wrongRevision: {
      title: 'The firmware is for other versions of this chip',
      text: 'It wants revision {needed}, and this chip is {found}. Set the lowest revision in the project and build again.',
    },
    flashTooSmall: {
      title: 'The firmware expects more flash than there is',
      text: 'It says {header}, and the board has {actual}. Flash it again with flash size “detect”, or choose the size in the project.',
    },
    secureBoot: {
      title: 'The firmware is not signed with the right key',
      text: 'This chip starts only firmware that its owner has signed.',
    },
    noPsram: {
      title: 'The extra memory (PSRAM) does not answer',
      text: 'The firmware expects PSRAM that this board does not have, or has in another mode (quad or octal). Change it in the project.',
    },
    settingsOutdated: {
      title: 'The saved settings do not suit the app any more',
      text: 'The settings partition (NVS) is full or was written by a newer version. Erasing it helps; Wi-Fi passwords and other settings are lost then.',
    },
    downloadMode: {
      title: 'The board waits for a firmware',
      text: 'It started in download mode, so the app does not run. Restart it without holding BOOT; if it comes back here, something pulls {pin} low.',
      pin: 'the BOOT pin',
    },
    otherBootMode: {
      title: 'The board started in a mode that is neither the app nor download mode',
      text: 'Something pulls its strapping pins the wrong way (boot mode {bootMode}). Disconnect what is wired to them and restart it.',
    },
    restarted: {
      title: 'The board started',
      text: {
        powerOn: 'Because it got its supply, or by its RESET button.',
        external: 'Because somebody reset it.',
        software: 'Because the app asked for it, or after a crash.',
        watchdog: 'Because a watchdog stepped in: the app was stuck, or never started.',
        interruptWatchdog: 'Because interrupts took too long.',
        taskWatchdog: 'Because a task did not give way.',
        brownout: 'Because the supply voltage dropped.',
        deepSleep: 'It woke up from deep sleep.',
        usb: 'Because the computer asked for it over USB.',
        glitch: 'Because of a disturbance on the supply or the clock.',
        unknown: 'The chip gives the reason as {printed}.',
      },
    },
    crashLoop: {
      title: 'The board starts again and again',
      text: 'It restarted by itself {times} times within half a minute. The notes beside this one say why.',
    },
    appStarted: {
      title: '{name} started',
      text: 'Version {version}.',
    },
  },
};
