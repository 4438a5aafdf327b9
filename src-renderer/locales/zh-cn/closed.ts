import type { closedTexts as english } from '../en/closed';
import type { Widened } from '../messages';

/** A board in Secure Download Mode, on every page. */
export const closedTexts: Widened<typeof english> = {
  closed: {
    title: '安全下载模式',
    writing: '此开发板只能写入和擦除，无法读回任何内容：不能比对、备份，也不能读取分区表。',
    erasing: '此开发板只能写入和擦除，无法证明擦除后确实为空白。',
    flashSize: 'Flash 大小',
    flashSizeHint: '开发板不提供此信息，请查阅开发板或模组的说明。',
    chooseSize: '请选择…',
    accept: '写入但不校验',
    acceptHint: '无法将写入的内容与发送的内容进行比对。',
    layout: '开发板处于安全下载模式，无法读取分区表。',
  },
};
