import { zhCn } from '../../../src-shared/locales/zh-cn';
import type { shellTexts as english } from '../en/shell';
import type { Widened } from '../messages';

/** Navigation, board picker, messages: what is around every page. */
export const shellTexts: Widened<typeof english> = {
  nav: {
    label: '页面',
    ...zhCn.pages,
  },
  board: {
    label: '开发板',
    none: '选择开发板',
    noneHint: '插入开发板，或试用虚拟开发板',
    boards: '开发板',
    empty: '未找到开发板。请使用支持数据传输的 USB 线连接。',
    revision: '芯片版本 {revision}',
    flash: '{size} Flash',
    virtual: '虚拟开发板',
    virtualChip: '虚拟 {chip}',
    network: '网络端口',
    serial: '串口',
    unknownChip: '未知芯片',
    missing: '未连接',
    state: {
      unknown: '尚未检测',
      asking: '正在检测…',
      identified: '就绪',
      failed: '无响应',
      busy: '使用中',
      shared: '已共享',
    },
    ask: '重新检测此开发板',
    remove: '移除此网络端口',
    networkAddress: '网络端口',
    networkHint: 'socket://192.168.1.20:5555',
    add: '添加',
    lockedWhileRunning: '任务进行期间无法更换开发板。',
  },
  drop: { title: '拖放以添加', text: '在窗口任意位置松开即可' },
  remark: {
    detailsCopied: '已将上次任务的详细信息复制到剪贴板',
    noJobYet: '尚未运行过任务',
    tableInUse: '正在运行的任务结束后才能添加文件',
    exampleNotSaved: '示例无法保存。请先添加您自己的文件。',
    traceCopied: '通信记录已复制到剪贴板',
    traceSaved: '通信记录已保存',
  },
  notices: { label: '消息', dismiss: '关闭' },
};
