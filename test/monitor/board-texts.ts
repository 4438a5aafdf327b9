/** What boards print when something is wrong, in the words of their ROM, bootloader and SDK. */
export const boardTexts = {
  esp32LoadProhibited: `
I (328) main_task: Calling app_main()
Guru Meditation Error: Core  0 panic'ed (LoadProhibited). Exception was unhandled.

Core  0 register dump:
PC      : 0x400d6d45  PS      : 0x00060830  A0      : 0x800d6d91  A1      : 0x3ffb5410  
A2      : 0x00000000  A3      : 0x3ffb5430  A4      : 0x00000001  A5      : 0x0000000a  
A14     : 0x3ffb2ab8  A15     : 0x00000000  SAR     : 0x00000004  EXCCAUSE: 0x0000001c  
EXCVADDR: 0x00000010  LBEG    : 0x400014fd  LEND    : 0x4000150d  LCOUNT  : 0xfffffffd  


Backtrace: 0x400d6d42:0x3ffb5410 0x400d6d8e:0x3ffb5430 0x400e2f0b:0x3ffb5460 0x40087aa5:0x3ffb5490




ELF file SHA256: 5f1d0e2a9b3c4d67

Rebooting...
`,
  esp32StackCanary: `
Guru Meditation Error: Core  1 panic'ed (Unhandled debug exception). 
Debug exception reason: Stack canary watchpoint triggered (loopTask) 
Core  1 register dump:
PC      : 0x400d0f8b  PS      : 0x00060536  A0      : 0x800d0fa0  A1      : 0x3ffb1f60  
Backtrace: 0x400d0f88:0x3ffb1f60 0x400d0f9d:0x3ffb1f90
`,
  stackOverflowHook: `
***ERROR*** A stack overflow in task sensor has been detected.


Backtrace: 0x40081f6e:0x3ffb9280 0x40085d41:0x3ffb92a0 0x40089e65:0x3ffb92c0 |<-CORRUPTED
`,
  abort: `
abort() was called at PC 0x400d4b2f on core 1


Backtrace: 0x40081e7e:0x3ffb6c70 0x40085fb5:0x3ffb6c90 0x4008b0d2:0x3ffb6cb0 0x400d4b2f:0x3ffb6d20
`,
  assert: `
assert failed: xQueueSemaphoreTake queue.c:1554 (( pxQueue ))


Backtrace: 0x40081c2a:0x3ffb4d30 0x40086a4d:0x3ffb4d50 0x4008c1c5:0x3ffb4d70
`,
  errorCheck: `
ESP_ERROR_CHECK failed: esp_err_t 0x105 (ESP_ERR_NOT_FOUND) at 0x400d6f1e
file: "./main/sensor_main.c" line 42
func: app_main
expression: sensor_init(&sensor)

abort() was called at PC 0x4008603b on core 0


Backtrace: 0x40081a96:0x3ffb54b0 0x40086045:0x3ffb54d0 0x400d6f1e:0x3ffb5550
`,
  cppException: `
terminate called after throwing an instance of 'std::out_of_range'
  what():  vector::_M_range_check

abort() was called at PC 0x400dd2f3 on core 0
`,
  interruptWatchdog: `
Guru Meditation Error: Core  1 panic'ed (Interrupt wdt timeout on CPU1). 

Core  1 register dump:
PC      : 0x400d1c33  PS      : 0x00060034  A0      : 0x800d1c5e  A1      : 0x3ffb27f0  
`,
  taskWatchdog: `
E (10310) task_wdt: Task watchdog got triggered. The following tasks/users did not reset the watchdog in time:
E (10310) task_wdt:  - IDLE0 (CPU 0)
E (10310) task_wdt: Tasks currently running:
E (10310) task_wdt: CPU 0: main
E (10310) task_wdt: CPU 1: IDLE1
E (10310) task_wdt: Print CPU 0 (current core) backtrace

Backtrace: 0x400D6B1F:0x3FFB0F20 0x400D6B3C:0x3FFB0F40 0x40082A1D:0x3FFB0F60
`,
  riscvLoadFault: `
Guru Meditation Error: Core  0 panic'ed (Load access fault). Exception was unhandled.

Core  0 register dump:
MEPC    : 0x42007a3e  RA      : 0x42007a36  SP      : 0x3fc91f70  GP      : 0x3fc8b200  
S0/FP   : 0x00000000  S1      : 0x00000000  A0      : 0x00000012  A1      : 0x3fc8c9c4  
MSTATUS : 0x00001881  MTVEC   : 0x40380001  MCAUSE  : 0x00000005  MTVAL   : 0x00000004  
MHARTID : 0x00000000  

Stack memory:
3fc91f70: 0x00000000 0x00000000 0x3fc8d000 0x42007a7c 0x00000000 0x00000000 0x00000000 0x42015cfe
3fc91f90: 0x00000000 0x00000000 0x00000000 0x40386a56 0x00000000 0x00000000 0x00000000 0xa5a5a5a5



ELF file SHA256: 0123456789abcdef

Rebooting...
`,
  esp8266Exception: `
--------------- CUT HERE FOR EXCEPTION DECODER ---------------

Exception (29):
epc1=0x40201a2c epc2=0x00000000 epc3=0x00000000 excvaddr=0x00000000 depc=0x00000000

>>>stack>>>

ctx: cont
sp: 3ffffdd0 end: 3fffffc0 offset: 0150
3fffff20:  3ffe8514 00000000 3ffee4dc 40201a52  
3fffff30:  3fffdad0 00000000 3ffee4b0 40202b98  
3fffff40:  feefeffe feefeffe 3ffe85d8 40100a39  
<<<stack<<<

--------------- CUT HERE FOR EXCEPTION DECODER ---------------

 ets Jan  8 2013,rst cause:2, boot mode:(3,6)

load 0x4010f000, len 3424, room 16 
tail 0
chksum 0x2e
csum 0x2e
v00042040
~ld
`,
  esp8266NonOsException: `Fatal exception 28(LoadProhibitedCause):
epc1=0x4000bf64, epc2=0x00000000, epc3=0x00000000, excvaddr=0x00000018, depc=0x00000000
`,
  esp8266SoftWatchdog: `

Soft WDT reset

>>>stack>>>

ctx: cont
sp: 3ffffdc0 end: 3fffffc0 offset: 01b0
3fffff70:  00000000 00000000 3ffee500 4020109d  
<<<stack<<<
`,
  esp8266HardwareWatchdog: `
 ets Jan  8 2013,rst cause:4, boot mode:(3,6)

wdt reset
load 0x4010f000, len 3584, room 16 
`,
  esp8266Empty: `
 ets Jan  8 2013,rst cause:2, boot mode:(3,6)

ets_main.c 
`,
  esp8266BadBoot: `
 ets Jan  8 2013,rst cause:2, boot mode:(7,7)

waiting for host
`,
  esp32Empty: `ets Jul 29 2019 12:21:46

rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
invalid header: 0xffffffff
invalid header: 0xffffffff
invalid header: 0xffffffff
ets Jul 29 2019 12:21:46

rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
invalid header: 0xffffffff
invalid header: 0xffffffff
`,
  esp32WrongOffset: `rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
invalid header: 0x6173756e
`,
  esp32OldFlashError: `rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
flash read err, 1000
ets_main.c 371 
`,
  esp32QioLoop: `
rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
configsip: 0, SPIWP:0xee
clk_drv:0x00,q_drv:0x00,d_drv:0x00,cs0_drv:0x00,hd_drv:0x00,wp_drv:0x00
mode:QIO, clock div:1
load:0x3fff0030,len:1184
load:0x40078000,len:13104
ho 0 tail 12 room 4
load:0x40080400,len:3036
entry 0x400805e4
ets Jul 29 2019 12:21:46

rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
configsip: 0, SPIWP:0xee
mode:QIO, clock div:1
load:0x3fff0030,len:1184
entry 0x400805e4
ets Jul 29 2019 12:21:46

rst:0x10 (RTCWDT_RTC_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
mode:QIO, clock div:1
load:0x3fff0030,len:1184
`,
  brownout: `
Brownout detector was triggered

ets Jul 29 2019 12:21:46

rst:0xc (SW_CPU_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)
`,
  c3Brownout: `ESP-ROM:esp32c3-api1-20210207
Build:Feb  7 2021
rst:0xf (BROWNOUT_RST),boot:0xc (SPI_FAST_FLASH_BOOT)
Saved PC:0x40380c10
`,
  c3Watchdog: `ESP-ROM:esp32c3-api1-20210207
Build:Feb  7 2021
rst:0x7 (TG0WDT_SYS_RST),boot:0xc (SPI_FAST_FLASH_BOOT)
Saved PC:0x42007f22
`,
  downloadMode: `ESP-ROM:esp32c3-api1-20210207
Build:Feb  7 2021
rst:0x1 (POWERON),boot:0x4 (DOWNLOAD(USB/UART0))
waiting for download
`,
  goodStart: `ESP-ROM:esp32s3-20210327
Build:Mar 27 2021
rst:0x1 (POWERON),boot:0x8 (SPI_FAST_FLASH_BOOT)
SPIWP:0xee
mode:DIO, clock div:1
load:0x3fce2820,len:0x158c
entry 0x403c8924
I (24) boot: ESP-IDF v5.5 2nd stage bootloader
I (201) app_init: Project name:     weather-station
I (206) app_init: App version:      2.4.1-dirty
I (230) main_task: Calling app_main()
`,
  noTable: `E (48) flash_parts: partition 0 invalid magic number 0xffff
E (54) boot: Failed to verify partition table
E (60) boot: load partition table error!
`,
  noApp: `E (54) boot: No bootable app partitions in the partition table
`,
  appMissing: `E (67) esp_image: image at 0x10000 has invalid magic byte (nothing flashed here?)
E (75) boot: Factory app partition is not bootable
E (80) boot: No bootable app partitions in the partition table
`,
  brokenApp: `E (400) esp_image: Checksum failed. Calculated 0x2f read 0x3c
E (410) esp_image: Image hash failed - image is corrupt
`,
  otherChip: `E (39) boot_comm: mismatch chip ID, expected 0, found 5
`,
  oldChip: `E (41) boot_comm: Image requires chip rev >= v3.0, but chip is v1.0
`,
  smallFlash: `E (297) spi_flash: Detected size(2048k) smaller than the size in the binary image header(4096k). Probe failed.
`,
  noPsram: `E (270) quad_psram: PSRAM ID read error: 0xffffffff, PSRAM chip not found or not supported, or wrong PSRAM line mode
E (280) cpu_start: Failed to init external RAM!
`,
  heap: `CORRUPT HEAP: Bad head at 0x3ffb8a14. Expected 0xabba1234 got 0x3ffb8b00
assert failed: multi_heap_free multi_heap_poisoning.c:276 (head != NULL)
`,
} as const;
