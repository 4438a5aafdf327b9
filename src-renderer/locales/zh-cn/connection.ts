import type { connectionTexts as english } from '../en/connection';
import type { Widened } from '../messages';

/** How one board is reached: the second half of the advanced options. */
export const connectionTexts: Widened<typeof english> = {
  connection: {
    title: '此开发板的连接方式',
    intro: '适用于对此开发板的所有操作，并且只为它保存。',
    chip: '芯片',
    chipHint: '如果开发板是其他芯片，则不会对它进行任何操作。',
    attempts: '连接',
    attemptsHint: 'Esplanade 放弃之前复位并询问开发板的次数。',
    openAttempts: '打开端口',
    openAttemptsHint: '适用于每次启动后只短暂出现的端口。',
    times: '{count} 次',
    endless: '直到取消',
    resetSequence: '复位时序',
    resetSequenceHint: 'DTR (D)、RTS (R)、两者同时 (U) 和等待秒数 (W) 的步骤。留空则使用默认时序。',
    pins: 'Flash 引脚',
    pinsHint: 'Flash 连接到哪些引脚。',
    pinsUsual: '芯片默认引脚',
    pinsOther: '其他引脚',
    pinNumbers: 'Flash 的引脚',
    pinNumbersHint: 'CLK、Q、D、HD 和 CS 的 GPIO 编号，以逗号分隔。',
    vddSdio: 'Flash 供电',
    vddSdioHint: '下次复位前的 VDD_SDIO。电压错误可能会损坏 Flash。',
    vddSdioChoice: { usual: '与开发板相同', '18V': '1.8 V', '19V': '1.9 V', OFF: '关闭' },
  },
};
