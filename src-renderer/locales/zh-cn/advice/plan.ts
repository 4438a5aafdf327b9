import type { AdviceTextsOf } from '../../nest-by-code';

/** Texts for `plan.*`, what is found before anything is written. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: '此 {chip} 没有启用 Flash 加密，加密的文件无法启动。',
    cause: '“加密”已打开，但开发板尚未设置 Flash 加密。',
    steps: ['以不加密的方式写入文件，支持加密的固件会在首次启动时加密 Flash。'],
  },
  'plan.cannotEncrypt': {
    title: '无法向 {chip} 加密写入。',
    cause: '此芯片没有可在烧录时使用的 Flash 加密。',
    steps: ['以不加密的方式写入文件。'],
  },
  'plan.nothingToWrite': {
    title: '还没有要写入的内容。',
    cause: '没有添加文件，或者所有行都已停用。',
    steps: ['将固件文件拖到窗口中，或选择文件。', '在列表中至少启用一行。'],
  },
  'plan.unaligned': {
    title: '{name} 无法写入到 {offset}。',
    cause: '地址中很可能有一位不正确。',
    steps: ['使用 {align} 的倍数作为地址，Flash 只能从那里开始写入。'],
  },
  'plan.overlap': {
    title: '{name} 与 {otherName} 在 {offset} 至 {endOffset} 处相互重叠。',
    cause: '很可能混用了不同构建的两个文件，或者某个地址少了一位。',
    steps: ['更改其中一个的地址，或停用其中一行。'],
  },
  'plan.pastEnd': {
    title: '{name} 会写到 {endOffset}，但 Flash 只有 {flashSizeBytes}。',
    cause: '地址很可能有误，或者固件适用于 Flash 更大的开发板。',
    steps: ['检查 {name} 的地址。', '检查此固件是否适用于 Flash 这么小的开发板。'],
  },
  'plan.wrongChip': {
    title: '{name} 适用于 {imageChip}，但此开发板是 {chip}。',
    cause: '下载的很可能是适用于其他开发板的固件。',
    steps: ['获取适用于 {chip} 的固件。', '如果要烧录的是另一块开发板，请插入并选择它。'],
  },
  'plan.wrongRevision': {
    title: '{name} 要求芯片版本 {required}，但此 {chip} 的版本是 {revision}。',
    cause: '固件用到了只有其他芯片版本才有的功能。',
    steps: ['获取适用于此芯片版本的固件。'],
  },
  'plan.wrongBootloaderOffset': {
    title: '引导加载程序 {name} 位于 {offset}，{chip} 不会在那里查找。',
    cause: '这是其他芯片的地址，各系列芯片查找的位置不同。',
    steps: ['将它移到 {expectedOffset}。'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} 是完整固件，应写入到 {expectedOffset}，而不是 {offset}。',
    cause: '否则其中每个部分都会写到错误的位置。',
    steps: ['将它移到 {expectedOffset}。'],
  },
  'plan.secureBootloader': {
    title: '此 {chip} 已启用安全启动，而 {name} 会替换它的引导加载程序。',
    cause: '引导加载程序若未用正确的密钥签名，芯片可能再也无法启动。',
    steps: ['不要写入 {name}，除非开发板厂商要求这样做。'],
  },
  'plan.unsignedApp': {
    title: '{name} 未签名，而此 {chip} 只启动用正确密钥签名的固件。',
    cause: '厂商启用了安全启动，此操作无法撤销。',
    steps: ['使用开发板厂商提供的已签名固件。'],
  },
  'plan.imageBroken': {
    title: '{name} 已损坏：{reason}。',
    cause: '它很可能没有下载完整，或者在构建之后被更改过。',
    steps: ['重新构建或下载该文件。'],
  },
  'plan.partitionTableTooLarge': {
    title: '分区表 {name} 延伸到 {endOffset}，但 Flash 只有 {flashSizeBytes}。',
    cause: '它适用于 Flash 更大的开发板。',
    steps: ['使用适合此 Flash 大小的固件，或换用 Flash 更大的开发板。'],
  },
  'plan.appTooLarge': {
    title: '程序 {name} 比其分区 {partition}（{partitionSizeBytes}）大 {excessBytes}。',
    cause: '程序变大了，或者分区表来自其他构建。',
    steps: ['写入与此程序一同构建的分区表。'],
  },
  'plan.sharedSector': {
    title: '{name} 与 {otherName} 共用 {offset} 处的 4 KB Flash，只能一起擦除。',
    cause: 'Flash 按 4 KB 的块擦除，不能更小。',
    steps: ['将其中一个移到下一个 0x1000 的倍数处。'],
  },
  'plan.erasesBefore': {
    title: '将 {name} 写入 {offset} 时，也会擦除从 {erasedOffset} 开始的内容。',
    cause: 'Flash 按 4 KB 的块擦除，不能更小。',
    steps: ['使用 0x1000 的倍数作为地址，除非那里没有重要内容。'],
  },
  'plan.appAtBootloader': {
    title: '{name} 是程序，却位于 {offset}，那是 {chip} 引导加载程序的位置。',
    cause: '地址很可能还是第一行的地址，或者文件被当成了完整固件。',
    steps: ['将它移到 {expectedOffset}。'],
  },
  'plan.appNotOnPartition': {
    title: '程序 {name} 位于 {offset}，那里不是应用分区的起始位置。',
    cause: '地址来自其他分区表。',
    steps: ['将它移到 {expectedOffset}，即分区 {partition} 的起始位置。'],
  },
  'plan.wrongTableOffset': {
    title: '分区表 {name} 位于 {offset}，引导加载程序不会在那里查找。',
    cause: '这很可能是其他构建的地址。',
    steps: ['将它移到 {expectedOffset}，除非您的引导加载程序使用其他位置。'],
  },
  'plan.partitionTableBroken': {
    title: '分区表 {name} 的 {partition} 处有误：{reason}。',
    cause: '它很可能被手动编辑过，或者不完整。',
    steps: ['重新构建或下载分区表。'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} 设定的 Flash 大小为 {headerSizeBytes}，但开发板有 {flashSizeBytes}。',
    cause: '它是为 Flash 大小不同的开发板构建的。',
    steps: ['将 Flash 大小设为自动，写入时会在文件中填入正确的大小。'],
  },
  'plan.signedNotPatched': {
    title: '{name} 已签名，其 Flash 设置保持不变。',
    cause: '任何更改都会使签名失效。',
    steps: ['如果这些设置不正确，请用正确的 Flash 设置重新构建并签名。'],
  },
  'plan.builtForEncryption': {
    title: '{name} 为 Flash 加密而构建，将原样写入，不加密。',
    cause: '构建设置中启用了 Flash 加密。',
    steps: [
      '对于新开发板这是正确的：它会在首次启动时永久加密 Flash。',
      '如果不希望如此，请关闭 Flash 加密后重新构建固件。',
    ],
  },
  'plan.noBootloader': {
    title: '将擦除 Flash，但之后没有写入引导加载程序：{chip} 将无法启动。',
    cause: '只选择了构建的一部分文件。',
    steps: ['在 {expectedOffset} 处添加引导加载程序，或不要先全部擦除。'],
  },
  'plan.noPartitionTable': {
    title: '将擦除 Flash，但之后没有写入分区表：{chip} 将无法启动。',
    cause: '只选择了构建的一部分文件。',
    steps: ['在 {expectedOffset} 处添加分区表，或不要先全部擦除。'],
  },
  'plan.noBootloaderThere': {
    title: '开发板上和文件中都没有引导加载程序：{chip} 将无法启动。',
    cause: '开发板是新的或已被擦除，而且只选择了构建的一部分文件。',
    steps: ['在 {expectedOffset} 处添加同一构建的引导加载程序，或使用合并的完整固件。'],
  },
  'plan.noTableThere': {
    title: '开发板上和文件中都没有分区表：{chip} 将无法启动。',
    cause: '开发板是新的或已被擦除，而且只选择了构建的一部分文件。',
    steps: ['在 {expectedOffset} 处添加同一构建的分区表。'],
  },
  'plan.otherAppStarts': {
    title: '开发板会启动 {starting}，但 {name} 将写入 {partition}。',
    cause: '开发板以前通过 OTA 更新过，此后一直启动另一个应用。',
    steps: [
      '将它移到 {expectedOffset}，即 {starting} 的起始位置。',
      '或添加同一构建的 OTA 数据（ota_data_initial.bin 或 boot_app0.bin），使第一个应用启动。',
    ],
  },
  'plan.everythingErased': {
    title: '将先擦除开发板上的全部内容：已保存的设置、Wi-Fi 和文件都会丢失。',
    cause: '“先全部擦除”已打开。',
    steps: ['关闭“先全部擦除”即可保留它们。'],
  },
  'plan.dataOverwritten': {
    title: '开发板上保存的内容会被 {name} 覆盖：{partitions}。',
    cause: '文件中包含这些内容所在的区域（完整固件往往如此），或者它的地址不正确。',
    steps: ['如有需要请先备份，或不写入此文件。'],
  },
  'plan.dataOutOfReach': {
    title: '新的分区表中没有位置存放开发板上保存的内容：{partitions}。',
    cause: '新固件对 Flash 的划分方式不同。',
    steps: ['如有需要请先备份。', '或使用分区表与开发板相同的固件。'],
  },
  'plan.settingsWithheld': {
    title: '{name} 自带已保存的设置（{partitions}）。为保留您的设置，这部分不会写入。',
    cause: '“保留我的设置”已打开。',
    steps: ['如需替换开发板上的设置（例如恢复备份），请按文件原样写入。'],
  },
};
