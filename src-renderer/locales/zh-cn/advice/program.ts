import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `job.*`, `ipc.*`, `settings.*` and `internal`: the program itself. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: '已取消。',
    steps: ['写入的内容不完整，使用开发板前请重新烧录。'],
  },
  'job.portInUse': {
    title: 'Esplanade 正在使用 {path}。',
    steps: ['等待其完成，或将其取消。'],
  },
  'job.portShared': {
    title: '{path} 正与其他程序共享。',
    steps: ['请在“开发板”页面上停止共享，然后重试。'],
  },
  'job.notFound': {
    title: '该任务已经结束。',
    steps: ['如仍需要，请重新开始。'],
  },
  'ipc.badRequest': {
    title: '窗口发出了无法处理的请求（{channel}：{reason}）。',
    steps: ['重新启动 Esplanade。', '如果再次发生，请复制详细信息并反馈给我们。'],
  },
  'ipc.forbiddenSender': {
    title: '已拒绝来自窗口之外的请求（{channel}）。',
    steps: ['重新启动 Esplanade。'],
  },
  'settings.unreadable': {
    title: '无法读取您的设置（{reason}），现使用默认设置。',
    steps: ['重新设置所需的选项，它们会再次保存。'],
  },
  'settings.notSaved': {
    title: '无法保存您的设置：{reason}。',
    steps: ['检查磁盘是否已满，以及您的用户文件夹是否可写。'],
  },
  internal: {
    title: 'Esplanade 内部出错：{reason}。',
    steps: ['请重试。', '如果再次发生，请复制详细信息并反馈给我们。'],
  },
};
