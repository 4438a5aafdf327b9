import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `job.*`, `ipc.*`, `settings.*` and `internal`: the program itself. */
export const programAdvice: AdviceTextsOf<'job' | 'ipc' | 'settings' | 'internal'> = {
  'job.cancelled': {
    title: '已取消。',
    cause: '操作在完成之前按要求停止了。',
    steps: ['写入的内容不完整，使用开发板前请重新烧录。'],
  },
  'job.portInUse': {
    title: 'Esplanade 正在使用 {path}。',
    cause: '在此启动的另一个任务尚未完成。',
    steps: ['等待其完成，或将其取消。'],
  },
  'job.portShared': {
    title: '{path} 正与其他程序共享。',
    cause: '它已在这台电脑上共享到网络，供其他程序使用。',
    steps: ['请在“开发板”页面上停止共享，然后重试。'],
  },
  'job.notFound': {
    title: '该任务已经结束。',
    cause: '它刚刚已完成或被停止。',
    steps: ['如仍需要，请重新开始。'],
  },
  'ipc.badRequest': {
    title: '窗口发出了无法处理的请求（{channel}：{reason}）。',
    cause: '这是 Esplanade 的错误，与您的开发板无关。',
    steps: ['重新启动 Esplanade。', '如果再次发生，请复制详细信息并反馈给我们。'],
  },
  'ipc.forbiddenSender': {
    title: '已拒绝来自窗口之外的请求（{channel}）。',
    cause: '有程序试图从窗口之外使用 Esplanade。',
    steps: ['重新启动 Esplanade。'],
  },
  'settings.unreadable': {
    title: '无法读取您的设置（{reason}），现使用默认设置。',
    cause: '文件很可能已损坏，或者由其他版本写入。',
    steps: ['重新设置所需的选项，它们会再次保存。'],
  },
  'settings.notSaved': {
    title: '无法保存您的设置：{reason}。',
    cause: '磁盘已满，或者您的用户文件夹不可写。',
    steps: ['检查磁盘是否已满，以及您的用户文件夹是否可写。'],
  },
  internal: {
    title: 'Esplanade 内部出错：{reason}。',
    cause: '这是 Esplanade 的错误，与您的开发板无关。',
    steps: ['请重试。', '如果再次发生，请复制详细信息并反馈给我们。'],
  },
};
