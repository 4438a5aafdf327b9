import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `plan.*`: o que se vê antes de gravar. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'A criptografia da flash não está ativada neste {chip}; um arquivo criptografado não iniciaria.',
    steps: [
      'Grave o arquivo sem criptografia; firmware feito para ela criptografa a flash ao iniciar pela primeira vez.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'Nada pode ser gravado criptografado no {chip}.',
    steps: ['Grave o arquivo sem criptografia.'],
  },
  'plan.nothingToWrite': {
    title: 'Ainda não há nada para gravar.',
    steps: ['Solte um arquivo de firmware na janela, ou escolha um.', 'Marque pelo menos uma linha da tabela.'],
  },
  'plan.unaligned': {
    title: '{name} não pode ser gravado em {offset}.',
    steps: ['Use um endereço que seja múltiplo de {align}.'],
  },
  'plan.overlap': {
    title: '{name} e {otherName} seriam gravados um sobre o outro, de {offset} a {endOffset}.',
    steps: ['Mude um dos dois endereços, ou desmarque uma das duas linhas.'],
  },
  'plan.pastEnd': {
    title: '{name} terminaria em {endOffset}, mas a flash só tem {flashSizeBytes}.',
    steps: ['Confira o endereço de {name}.', 'Confira se este firmware é feito para uma placa com tão pouca flash.'],
  },
  'plan.wrongChip': {
    title: '{name} é feito para {imageChip}, mas esta placa tem um {chip}.',
    steps: ['Obtenha o firmware para {chip}.', 'Se era outra placa, conecte-a e escolha-a.'],
  },
  'plan.wrongRevision': {
    title: '{name} precisa da revisão {required} do chip, mas este {chip} é da revisão {revision}.',
    steps: ['Obtenha um firmware compilado para esta revisão do chip.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'O bootloader {name} está em {offset}, onde o {chip} não o procura.',
    steps: ['Mova-o para {expectedOffset}.'],
  },
  'plan.imageBroken': {
    title: '{name} está danificado: {reason}.',
    steps: ['Compile ou baixe o arquivo de novo.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'A tabela de partições {name} vai até {endOffset}, mas a flash só tem {flashSizeBytes}.',
    steps: ['Use firmware feito para este tamanho de flash, ou uma placa com mais flash.'],
  },
  'plan.appTooLarge': {
    title: 'O programa {name} tem {sizeBytes}, mas sua partição {partition} só tem espaço para {partitionSizeBytes}.',
    steps: ['Grave a tabela de partições que foi compilada junto com este programa.'],
  },
  'plan.sharedSector': {
    title: '{name} e {otherName} dividem os 4 KB de flash em {offset}, que só podem ser apagados juntos.',
    steps: ['Mova um dos dois para o próximo múltiplo de 0x1000.'],
  },
  'plan.erasesBefore': {
    title: 'Gravar {name} em {offset} também apaga o que está a partir de {erasedOffset}.',
    steps: ['Use um endereço que seja múltiplo de 0x1000, a menos que não haja nada importante ali.'],
  },
  'plan.appAtBootloader': {
    title: '{name} é um programa, mas está em {offset}, o lugar do bootloader do {chip}.',
    steps: ['Mova-o para {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'O programa {name} está em {offset}, onde não começa nenhuma partição para programas.',
    steps: ['Mova-o para {expectedOffset}, onde começa a partição {partition}.'],
  },
  'plan.wrongTableOffset': {
    title: 'A tabela de partições {name} está em {offset}, onde o bootloader não a procura.',
    steps: ['Mova-a para {expectedOffset}, a menos que seu bootloader tenha sido compilado para outro lugar.'],
  },
  'plan.partitionTableBroken': {
    title: 'A tabela de partições {name} está errada em {partition}: {reason}.',
    steps: ['Compile ou baixe a tabela de partições de novo.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} está configurado para {headerSizeBytes} de flash, mas a placa tem {flashSizeBytes}.',
    steps: ['Deixe o tamanho da flash em automático, para que o tamanho certo entre no arquivo ao gravar.'],
  },
  'plan.signedNotPatched': {
    title: '{name} está assinado, por isso suas configurações de flash ficam como estão.',
    steps: ['Se estiverem erradas, compile-o com as configurações certas e assine-o de novo.'],
  },
  'plan.builtForEncryption': {
    title: '{name} foi compilado para criptografia da flash e é gravado como está, sem criptografia.',
    steps: [
      'Em uma placa nova isso está certo: ela criptografa sua flash para sempre ao iniciar pela primeira vez.',
      'Se você não quer isso, compile o firmware com a criptografia da flash desativada.',
    ],
  },
  'plan.noBootloader': {
    title: 'A flash será apagada, mas nenhum bootloader é gravado depois: o {chip} não iniciará.',
    steps: ['Adicione o bootloader em {expectedOffset}, ou não apague tudo antes.'],
  },
  'plan.noPartitionTable': {
    title: 'A flash será apagada, mas nenhuma tabela de partições é gravada depois: o {chip} não iniciará.',
    steps: ['Adicione a tabela de partições em {expectedOffset}, ou não apague tudo antes.'],
  },
  'plan.noBootloaderThere': {
    title: 'Não há bootloader na placa nem entre os arquivos: o {chip} não iniciará.',
    steps: ['Adicione o bootloader da mesma compilação em {expectedOffset}, ou use o firmware inteiro em um arquivo.'],
  },
  'plan.noTableThere': {
    title: 'Não há tabela de partições na placa nem entre os arquivos: o {chip} não iniciará.',
    steps: ['Adicione a tabela de partições da mesma compilação em {expectedOffset}.'],
  },
  'plan.otherAppStarts': {
    title: 'A placa inicia {starting}, mas {name} vai para {partition}.',
    steps: [
      'Mova-o para {expectedOffset}, onde {starting} começa.',
      'Ou adicione os dados OTA da mesma compilação (ota_data_initial.bin ou boot_app0.bin), que fazem o primeiro app iniciar.',
    ],
  },
  'plan.everythingErased': {
    title: 'Tudo na placa é apagado antes: configurações salvas, Wi-Fi e arquivos serão perdidos.',
    steps: ['Desmarque “Apagar tudo antes” para mantê-los.'],
  },
  'plan.dataOverwritten': {
    title: 'O que está salvo na placa será sobrescrito por {name}: {partitions}.',
    steps: ['Faça antes um backup se precisar, ou deixe o arquivo de fora.'],
  },
  'plan.dataOutOfReach': {
    title: 'A nova tabela de partições não tem lugar para o que está salvo na placa: {partitions}.',
    steps: ['Faça antes um backup se precisar.', 'Ou use firmware com a mesma tabela de partições da placa.'],
  },
  'plan.settingsWithheld': {
    title:
      '{name} traz suas próprias configurações salvas ({partitions}). Elas ficam de fora, para que as suas permaneçam.',
    steps: ['Grave o arquivo como está para substituir as configurações da placa, como ao restaurar um backup.'],
  },
};
