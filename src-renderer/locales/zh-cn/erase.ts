import type { eraseTexts as english } from '../en/erase';
import type { Widened } from '../messages';

/** The Erase page. */
export const eraseTexts: Widened<typeof english> = {
  erase: {
    title: '擦除开发板',
    what: '擦除内容',
    allHint: '整个 Flash，恢复到出厂时的空白状态。',
    partitionHint: '例如已保存的设置和 Wi-Fi。',
    regionHint: '从您输入的地址开始的若干整扇区。',
    willBeErased: '将擦除',
    button: '擦除',
    buttonAll: '全部擦除',
    buttonOne: '擦除 {name}',
    ready: '将擦除 {size}，此操作无法撤销。',
    losses: '将会丢失的内容',
    allLost: '开发板上的全部内容：应用、引导加载程序、已保存的设置、Wi-Fi 密码和文件。重新烧录之前，开发板将无法启动。',
    someLost: '以下分区在该区域内的内容：',
    noPartition: '不涉及任何分区。',
    unknownLoss: '该处的所有内容。读取开发板的分区表即可知道具体是什么。',
    nothingChosen: '尚未选择。',
    sectors: 'Flash 按 4 kB（0x1000 字节）的扇区擦除，擦除后每一位均为 1。如果以后可能用到，请先备份。',
    force: '仍要擦除',
    forceHint: '此开发板只启动经过签名或加密的固件。一旦擦除，可能再也无法启动。',
    word: '擦除',
    typeWord: '输入“{word}”以确认',
    reason: {
      locked: '此开发板受保护，请参阅上方说明。',
      sizeNotTold: '请先选择 Flash 大小。',
      sizeUnknown: 'Flash 大小未知，请改为擦除指定区域。',
      confirm: '请在上方输入“{word}”以确认。',
    },
    done: '已擦除',
    proven: '已为空白：芯片计算的 MD5 与擦除后的 Flash 相符。',
    unproven: '芯片报告已完成，但无法读回内容加以证明。',
  },
};
