import type { findingTexts as english } from '../en/findings';
import type { Widened } from '../messages';

/** What boards print when something is wrong, in plain words. */
export const findingTexts: Widened<typeof english> = {
  finding: {
    crash: {
      title: '应用崩溃',
      text: {
        read: '它试图从不允许访问的地址 {address} 读取。',
        write: '它试图向不允许访问的地址 {address} 写入。',
        null: '它使用了从未初始化的指针，该指针不指向任何内容（地址 {address}）。',
        fetch: '它跳转到了没有代码的位置，常见原因是函数指针从未赋值。',
        illegalInstruction: '它遇到了无效指令。常见原因是函数缺少返回值，或内存被覆盖。',
        divideByZero: '它将整数除以零。',
        unaligned: '它在与数据大小不对齐的地址上读写（{address}）。',
        cacheDisabled: '它在无法读取 Flash 时运行了 Flash 中的代码，通常发生在中断中。',
        stackOverflow: '某个任务使用的栈超过了它的大小。',
        memoryProtection: '它访问了受保护的内存。',
        doubleException: '它在处理故障时再次出错。最常见的原因是栈太小或被覆盖。',
        breakpoint: '它遇到了断点，但没有连接调试器。',
        interruptWatchdog: '中断执行时间过长。',
        other: '处理器停止运行：{printed}。',
      },
    },
    abort: { title: '应用主动停止', text: '程序调用了 abort()：它发现了不应出现的情况。前一行往往说明了原因。' },
    assert: { title: '程序中的检查未通过', text: '期望：{expression}。{where}' },
    errorCheck: { title: '某个函数报告了应用未处理的错误', text: '错误为 {name}。{where}' },
    stackOverflow: {
      title: '某个任务的栈已用尽',
      text: '任务 {task} 需要更大的栈：请在创建任务处增大，或减少局部变量的占用。',
    },
    stackSmashed: {
      title: '写入超出了局部数组的末尾',
      text: '函数在返回时发现了这一点。请查找写入前没有检查大小的数组。',
    },
    heapCorrupt: {
      title: '内存被覆盖',
      text: '写入超出了某块内存的末尾，或在释放后仍继续使用。问题发生在这一行之前。',
    },
    outOfMemory: { title: '应用内存不足', text: '它申请的内存无法分配。' },
    uncaughtException: {
      title: '有 C++ 异常未被捕获',
      text: '类型为 {name}。',
      textUnnamed: '没有给出类型。',
    },
    interruptWatchdog: {
      title: '应用在关闭中断时卡住了',
      text: '中断程序或加锁的代码段耗时过长，看门狗因此介入。',
    },
    taskWatchdog: {
      title: '某个任务一直不让出',
      text: '以下任务没有及时得到运行：{tasks}。有代码长时间运行，没有延时或等待。',
      textUnnamed: '有代码长时间运行，没有延时或等待。',
    },
    softWatchdog: {
      title: '应用卡住太久',
      text: '某个循环没有调用 delay() 或 yield()，看门狗因此重启了开发板。',
    },
    brownout: {
      title: '供电电压下降',
      text: '供电电流不足，开发板因此重启。请使用短而粗的 USB 线，接到电脑自身的接口或带独立电源的集线器；Wi-Fi 和舵机耗电最多。',
    },
    emptyFlash: {
      title: '芯片要找固件的位置没有固件',
      text: '那里的 Flash 是空白的。请烧录完整的固件：引导程序、分区表和应用，或一个合并文件。',
    },
    invalidHeader: {
      title: '引导程序的位置不是固件',
      text: '开头为 {header}。最常见的原因是文件写到了错误的地址，或 Flash 已加密。',
    },
    flashReadError: {
      title: '芯片无法读取 Flash',
      text: '可能是引导程序的位置没有写入内容，也可能是 Flash 模式不适合此开发板。请用 DIO 模式重新烧录。',
    },
    wrongFlashMode: {
      title: '可能是 Flash 模式不对',
      text: '芯片以 {mode} 模式加载固件后就没有了输出。许多开发板没有相应的连线，请用 DIO 模式重新烧录。',
    },
    brokenImage: {
      title: 'Flash 中的固件已损坏',
      text: {
        checksum: '校验和错误。请重新烧录；如果没有改善，请尝试更低的 Flash 频率或 DIO 模式。',
        hash: '哈希错误。请重新烧录；如果没有改善，请尝试更低的 Flash 频率或 DIO 模式。',
        magic: '该分区中没有应用。可能从未写入应用，或写到了其他地址。',
      },
    },
    noPartitionTable: {
      title: '没有分区表',
      text: '引导程序不知道应用在哪里。请同时烧录分区表，或烧录一个合并文件。',
    },
    noApp: {
      title: '没有可以启动的应用',
      text: '引导程序和分区表都在，但没有一个应用分区包含应用。请将应用烧录到它的地址。',
    },
    wrongChip: {
      title: '固件用于其他芯片',
      text: '它是为 {wanted} 构建的，而这是 {actual}。请构建或下载适用于此芯片的固件。',
    },
    wrongRevision: {
      title: '固件用于此芯片的其他版本',
      text: '它需要版本 {needed}，而此芯片是 {found}。请在项目中设置最低版本并重新构建。',
    },
    flashTooSmall: {
      title: '固件需要的 Flash 比实际的大',
      text: '固件标明 {header}，而开发板只有 {actual}。请将 Flash 大小设为“检测”后重新烧录，或在项目中选择大小。',
    },
    secureBoot: {
      title: '固件没有用正确的密钥签名',
      text: '此芯片只启动由其所有者签名的固件。',
    },
    noPsram: {
      title: '扩展内存（PSRAM）没有响应',
      text: '固件需要的 PSRAM 在此开发板上不存在，或模式不同（四线或八线）。请在项目中修改。',
    },
    settingsOutdated: {
      title: '保存的设置不再适合此应用',
      text: '设置分区（NVS）已满，或由更新的版本写入。擦除它可以解决，但 Wi-Fi 密码等设置会丢失。',
    },
    downloadMode: {
      title: '开发板正在等待固件',
      text: '它以下载模式启动，应用没有运行。请不要按住 BOOT 键再重启；如果仍然如此，说明 {pin} 被拉低了。',
      pin: 'BOOT 引脚',
    },
    otherBootMode: {
      title: '开发板启动到了既非应用也非下载的模式',
      text: '它的启动引脚被外部拉到了错误的电平（启动模式 {bootMode}）。请断开这些引脚上的连接后重启。',
    },
    restarted: {
      title: '开发板已启动',
      text: {
        powerOn: '因为接通了电源，或按了 RESET 键。',
        external: '因为有人复位了它。',
        software: '因为应用要求重启，或发生了崩溃。',
        watchdog: '因为看门狗介入：应用卡住了，或根本没有启动。',
        interruptWatchdog: '因为中断耗时过长。',
        taskWatchdog: '因为某个任务一直不让出。',
        brownout: '因为供电电压下降。',
        deepSleep: '它从深度睡眠中唤醒。',
        usb: '因为电脑通过 USB 要求重启。',
        glitch: '因为电源或时钟受到干扰。',
        unknown: '芯片给出的原因是 {printed}。',
      },
    },
    crashLoop: {
      title: '开发板反复重启',
      text: '半分钟内它自行重启了 {times} 次。旁边的说明会解释原因。',
    },
    appStarted: { title: '{name} 已启动', text: '版本 {version}。' },
  },
};
