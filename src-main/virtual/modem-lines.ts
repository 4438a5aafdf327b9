import type { ModemLines } from '../engine/transport/transport';

/** How DTR and RTS reach the chip. */
export type Wiring = 'uartBridge' | 'usbSerialJtag' | 'none';

/** What a change of the lines does to the chip. */
export interface LineEffects {
  /** EN is pulled low: the chip is held in reset for as long as this lasts. */
  readonly holdsReset: boolean;
  /** The BOOT pin is pulled to its download level. */
  readonly pullsBoot: boolean;
  /** USB-Serial/JTAG asks for a reset by itself; `true` only at the moment it does. */
  readonly requestsReset: boolean;
}

/** A circuit between the two control lines and the chip. */
export interface LineCircuit {
  set(lines: ModemLines): LineEffects;
}

/**
 * The two crossed transistors of nearly every development board: RTS without DTR pulls EN, DTR without
 * RTS pulls BOOT, both or none pull nothing (ESP32-DevKitC schematic).
 */
export function uartBridgeCircuit(): LineCircuit {
  return {
    set: ({ dtr, rts }) => ({ holdsReset: rts && !dtr, pullsBoot: dtr && !rts, requestsReset: false }),
  };
}

/**
 * The USB-Serial/JTAG peripheral emulates the circuit with a flag (ESP32-C3 TRM, "USB Serial/JTAG
 * Controller", table "Reset SoC into Download Mode"): DTR alone sets the download flag, neither clears
 * it, RTS alone resets the chip, both together do nothing.
 */
export function usbSerialJtagCircuit(): LineCircuit {
  let downloadFlag = false;
  let wasReset = false;
  return {
    set: ({ dtr, rts }) => {
      if (dtr && !rts) downloadFlag = true;
      else if (!dtr && !rts) downloadFlag = false;
      const isReset = rts && !dtr;
      const requestsReset = isReset && !wasReset;
      wasReset = isReset;
      return { holdsReset: false, pullsBoot: downloadFlag, requestsReset };
    },
  };
}

/** No lines at all. */
export function noCircuit(): LineCircuit {
  return { set: () => ({ holdsReset: false, pullsBoot: false, requestsReset: false }) };
}

/** The circuit of a wiring. */
export function circuitFor(wiring: Wiring): LineCircuit {
  switch (wiring) {
    case 'uartBridge':
      return uartBridgeCircuit();
    case 'usbSerialJtag':
      return usbSerialJtagCircuit();
    case 'none':
      return noCircuit();
  }
}
