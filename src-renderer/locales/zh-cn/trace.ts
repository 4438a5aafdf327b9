import type { traceTexts as english } from '../en/trace';
import type { Widened } from '../messages';

/** 任务期间线路上的往来。 */
export const traceTexts: Widened<typeof english> = {
  trace: {
    title: '通信记录',
    open: '线路上的往来',
    job: '任务',
    jobRunning: '运行中：{path}',
    jobEnded: '已结束：{path}',
    lines: '通信记录的各行',
    filter: '筛选',
    filterHint: '筛选，例如 SYNC',
    kinds: '显示',
    pause: '暂停',
    resume: '继续',
    copy: '复制',
    copyHint: '复制所选的行，或所有显示的行，不含文件内容和开发板输出的文字',
    save: '保存',
    saveHint: '保存所有显示的行，不含文件内容和开发板输出的文字',
    close: '关闭通信记录',
    noJob: '尚未运行过任务。任务期间线路上的往来会逐行显示在这里。',
    nothingYet: '线路上还没有任何往来。',
    nothingShown: '没有符合筛选条件的行。',
    count: '{count} 行',
    shown: '{total} 行中的 {shown} 行',
    dropped: '最旧的 {count} 行已丢弃',
    paused: '已暂停',
    kind: { command: '命令', reply: '应答', raw: '原始数据', lines: '信号线', error: '错误' },
    kindsShown: { command: '命令', reply: '应答', raw: '原始数据', lines: '信号线与速率', error: '错误' },
  },
};
