import type { ChipDescriptor } from '../../../src-shared/chips/chip-descriptor';

/**
 * What an application prints that read through a null pointer, as the SDK of its chip prints it (ESP-IDF Programming
 * Guide, "Fatal Errors"; ESP8266 Arduino Core documentation, "Exception decoder"). The addresses are made up.
 */
export function panicText(chip: ChipDescriptor): string {
  if (chip.id === 'esp8266') return esp8266Panic;
  return chip.processor === 'xtensa' ? xtensaPanic : riscvPanic;
}

const xtensaPanic = `Guru Meditation Error: Core  0 panic'ed (LoadProhibited). Exception was unhandled.\r
\r
Core  0 register dump:\r
PC      : 0x400d6d45  PS      : 0x00060830  A0      : 0x800d6d91  A1      : 0x3ffb5410  \r
A2      : 0x00000000  A3      : 0x3ffb5430  A4      : 0x00000001  A5      : 0x0000000a  \r
A6      : 0x3ffb5428  A7      : 0x00000000  A8      : 0x800d6d3e  A9      : 0x3ffb53f0  \r
A10     : 0x00000012  A11     : 0x3f402a94  A12     : 0x00000000  A13     : 0x00000000  \r
A14     : 0x3ffb2ab8  A15     : 0x00000000  SAR     : 0x00000004  EXCCAUSE: 0x0000001c  \r
EXCVADDR: 0x00000000  LBEG    : 0x400014fd  LEND    : 0x4000150d  LCOUNT  : 0xfffffffd  \r
\r
\r
Backtrace: 0x400d6d42:0x3ffb5410 0x400d6d8e:0x3ffb5430 0x400e2f0b:0x3ffb5460 0x40087aa5:0x3ffb5490\r
\r
\r
\r
\r
ELF file SHA256: 5f1d0e2a9b3c4d67\r
\r
Rebooting...\r
`;

const riscvPanic = `Guru Meditation Error: Core  0 panic'ed (Load access fault). Exception was unhandled.\r
\r
Core  0 register dump:\r
MEPC    : 0x42007a3e  RA      : 0x42007a36  SP      : 0x3fc91f70  GP      : 0x3fc8b200  \r
TP      : 0x3fc91fd0  T0      : 0x4005890e  T1      : 0x00000000  T2      : 0x00000000  \r
S0/FP   : 0x00000000  S1      : 0x00000000  A0      : 0x00000012  A1      : 0x3fc8c9c4  \r
A2      : 0x00000000  A3      : 0x00000001  A4      : 0x3fc8d000  A5      : 0x00000000  \r
MSTATUS : 0x00001881  MTVEC   : 0x40380001  MCAUSE  : 0x00000005  MTVAL   : 0x00000000  \r
MHARTID : 0x00000000  \r
\r
Stack memory:\r
3fc91f70: 0x00000000 0x00000000 0x3fc8d000 0x42007a7c 0x00000000 0x00000000 0x00000000 0x42015cfe\r
3fc91f90: 0x00000000 0x00000000 0x00000000 0x40386a56 0x00000000 0x00000000 0x00000000 0xa5a5a5a5\r
\r
\r
\r
ELF file SHA256: 5f1d0e2a9b3c4d67\r
\r
Rebooting...\r
`;

const esp8266Panic = `\r
--------------- CUT HERE FOR EXCEPTION DECODER ---------------\r
\r
Exception (28):\r
epc1=0x40201a2c epc2=0x00000000 epc3=0x00000000 excvaddr=0x00000000 depc=0x00000000\r
\r
>>>stack>>>\r
\r
ctx: cont\r
sp: 3ffffdd0 end: 3fffffc0 offset: 0150\r
3fffff20:  3ffe8514 00000000 3ffee4dc 40201a52  \r
3fffff30:  3fffdad0 00000000 3ffee4b0 40202b98  \r
3fffff40:  feefeffe feefeffe 3ffe85d8 40100a39  \r
<<<stack<<<\r
\r
--------------- CUT HERE FOR EXCEPTION DECODER ---------------\r
`;
