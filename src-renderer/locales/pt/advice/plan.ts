import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `plan.*`: o que se vê antes de gravar. */
export const planAdvice: AdviceTextsOf<'plan'> = {
  'plan.notEncrypting': {
    title: 'A criptografia da flash não está ativada neste {chip}; um arquivo criptografado não iniciaria.',
    cause: '“Criptografar” está marcado para uma placa que não foi preparada para a criptografia da flash.',
    steps: [
      'Grave o arquivo sem criptografia; firmware feito para ela criptografa a flash ao iniciar pela primeira vez.',
    ],
  },
  'plan.cannotEncrypt': {
    title: 'Nada pode ser gravado criptografado no {chip}.',
    cause: 'Este chip não tem uma criptografia da flash que possa ser usada ao gravar.',
    steps: ['Grave o arquivo sem criptografia.'],
  },
  'plan.nothingToWrite': {
    title: 'Ainda não há nada para gravar.',
    cause: 'Nenhum arquivo foi adicionado, ou todas as linhas estão desmarcadas.',
    steps: ['Solte um arquivo de firmware na janela, ou escolha um.', 'Marque pelo menos uma linha da tabela.'],
  },
  'plan.unaligned': {
    title: '{name} não pode ser gravado em {offset}.',
    cause: 'Provavelmente há um dígito errado no endereço.',
    steps: ['Use um endereço que seja múltiplo de {align}: a memória flash só aceita dados ali.'],
  },
  'plan.overlap': {
    title: '{name} e {otherName} seriam gravados um sobre o outro, de {offset} a {endOffset}.',
    cause: 'Provavelmente se misturaram arquivos de compilações diferentes, ou falta um dígito em um endereço.',
    steps: ['Mude um dos dois endereços, ou desmarque uma das duas linhas.'],
  },
  'plan.pastEnd': {
    title: '{name} terminaria em {endOffset}, mas a flash só tem {flashSizeBytes}.',
    cause: 'O endereço provavelmente está errado, ou o firmware é feito para uma placa com mais flash.',
    steps: ['Confira o endereço de {name}.', 'Confira se este firmware é feito para uma placa com tão pouca flash.'],
  },
  'plan.wrongChip': {
    title: '{name} é feito para {imageChip}, mas esta placa tem um {chip}.',
    cause: 'Provavelmente é o download para outra placa.',
    steps: ['Obtenha o firmware para {chip}.', 'Se era outra placa, conecte-a e escolha-a.'],
  },
  'plan.wrongRevision': {
    title: '{name} precisa da revisão {required} do chip, mas este {chip} é da revisão {revision}.',
    cause: 'O firmware usa algo que só outras revisões do chip têm.',
    steps: ['Obtenha um firmware compilado para esta revisão do chip.'],
  },
  'plan.wrongBootloaderOffset': {
    title: 'O bootloader {name} está em {offset}, onde o {chip} não o procura.',
    cause: 'O endereço é o de outro chip: cada família procura em seu próprio lugar.',
    steps: ['Mova-o para {expectedOffset}.'],
  },
  'plan.wrongMergedOffset': {
    title: '{name} contém um firmware completo e vai em {expectedOffset}, não em {offset}.',
    cause: 'Cada uma de suas partes ficaria no lugar errado.',
    steps: ['Mova-o para {expectedOffset}.'],
  },
  'plan.secureBootloader': {
    title: 'O secure boot está ativado neste {chip}, e {name} substituiria o bootloader dele.',
    cause: 'Com um bootloader que não esteja assinado com a chave certa, o chip talvez nunca mais inicie.',
    steps: ['Deixe {name} de fora, a não ser que o fabricante da placa peça para gravá-lo.'],
  },
  'plan.unsignedApp': {
    title: '{name} não está assinado, e este {chip} só inicia o que está assinado com a chave certa.',
    cause: 'O fabricante ativou o secure boot, e isso não pode ser desfeito.',
    steps: ['Use firmware assinado do fabricante da placa.'],
  },
  'plan.imageBroken': {
    title: '{name} está danificado: {reason}.',
    cause: 'O arquivo provavelmente foi cortado durante o download, ou alterado depois de compilado.',
    steps: ['Compile ou baixe o arquivo de novo.'],
  },
  'plan.partitionTableTooLarge': {
    title: 'A tabela de partições {name} vai até {endOffset}, mas a flash só tem {flashSizeBytes}.',
    cause: 'Ela foi feita para uma placa com mais flash.',
    steps: ['Use firmware feito para este tamanho de flash, ou uma placa com mais flash.'],
  },
  'plan.appTooLarge': {
    title: 'O programa {name} é {excessBytes} maior que sua partição {partition}, de {partitionSizeBytes}.',
    cause: 'O programa cresceu, ou a tabela de partições é de outra compilação.',
    steps: ['Grave a tabela de partições que foi compilada junto com este programa.'],
  },
  'plan.sharedSector': {
    title: '{name} e {otherName} dividem os 4 KB de flash em {offset}, que só podem ser apagados juntos.',
    cause: 'A memória flash é apagada em blocos de 4 KB, nunca em menores.',
    steps: ['Mova um dos dois para o próximo múltiplo de 0x1000.'],
  },
  'plan.erasesBefore': {
    title: 'Gravar {name} em {offset} também apaga o que está a partir de {erasedOffset}.',
    cause: 'A memória flash é apagada em blocos de 4 KB, nunca em menores.',
    steps: ['Use um endereço que seja múltiplo de 0x1000, a menos que não haja nada importante ali.'],
  },
  'plan.appAtBootloader': {
    title: '{name} é um programa, mas está em {offset}, o lugar do bootloader do {chip}.',
    cause: 'Provavelmente ficou o endereço da primeira linha, ou o arquivo é tomado por um firmware completo.',
    steps: ['Mova-o para {expectedOffset}.'],
  },
  'plan.appNotOnPartition': {
    title: 'O programa {name} está em {offset}, onde não começa nenhuma partição para programas.',
    cause: 'O endereço vem de outra tabela de partições.',
    steps: ['Mova-o para {expectedOffset}, onde começa a partição {partition}.'],
  },
  'plan.wrongTableOffset': {
    title: 'A tabela de partições {name} está em {offset}, onde o bootloader não a procura.',
    cause: 'O endereço é provavelmente o de outra compilação.',
    steps: ['Mova-a para {expectedOffset}, a menos que seu bootloader tenha sido compilado para outro lugar.'],
  },
  'plan.partitionTableBroken': {
    title: 'A tabela de partições {name} está errada em {partition}: {reason}.',
    cause: 'Ela provavelmente foi editada manualmente ou cortada.',
    steps: ['Compile ou baixe a tabela de partições de novo.'],
  },
  'plan.headerSizeMismatch': {
    title: '{name} está configurado para {headerSizeBytes} de flash, mas a placa tem {flashSizeBytes}.',
    cause: 'Foi compilado para uma placa com outra memória flash.',
    steps: ['Deixe o tamanho da flash em automático, para que o tamanho certo entre no arquivo ao gravar.'],
  },
  'plan.signedNotPatched': {
    title: '{name} está assinado, por isso suas configurações de flash ficam como estão.',
    cause: 'Qualquer alteração invalidaria a assinatura.',
    steps: ['Se estiverem erradas, compile-o com as configurações certas e assine-o de novo.'],
  },
  'plan.builtForEncryption': {
    title: '{name} foi compilado para criptografia da flash e é gravado como está, sem criptografia.',
    cause: 'A criptografia da flash estava ativada nas configurações da compilação.',
    steps: [
      'Em uma placa nova isso está certo: ela criptografa sua flash para sempre ao iniciar pela primeira vez.',
      'Se você não quer isso, compile o firmware com a criptografia da flash desativada.',
    ],
  },
  'plan.noBootloader': {
    title: 'A flash será apagada, mas nenhum bootloader é gravado depois: o {chip} não iniciará.',
    cause: 'Só uma parte da compilação foi escolhida.',
    steps: ['Adicione o bootloader em {expectedOffset}, ou não apague tudo antes.'],
  },
  'plan.noPartitionTable': {
    title: 'A flash será apagada, mas nenhuma tabela de partições é gravada depois: o {chip} não iniciará.',
    cause: 'Só uma parte da compilação foi escolhida.',
    steps: ['Adicione a tabela de partições em {expectedOffset}, ou não apague tudo antes.'],
  },
  'plan.noBootloaderThere': {
    title: 'Não há bootloader na placa nem entre os arquivos: o {chip} não iniciará.',
    cause: 'A placa é nova ou foi apagada, e só uma parte da compilação foi escolhida.',
    steps: ['Adicione o bootloader da mesma compilação em {expectedOffset}, ou use o firmware inteiro em um arquivo.'],
  },
  'plan.noTableThere': {
    title: 'Não há tabela de partições na placa nem entre os arquivos: o {chip} não iniciará.',
    cause: 'A placa é nova ou foi apagada, e só uma parte da compilação foi escolhida.',
    steps: ['Adicione a tabela de partições da mesma compilação em {expectedOffset}.'],
  },
  'plan.otherAppStarts': {
    title: 'A placa inicia {starting}, mas {name} vai para {partition}.',
    cause: 'A placa já foi atualizada pela rede, e desde então inicia seu outro app.',
    steps: [
      'Mova-o para {expectedOffset}, onde {starting} começa.',
      'Ou adicione os dados OTA da mesma compilação (ota_data_initial.bin ou boot_app0.bin), que fazem o primeiro app iniciar.',
    ],
  },
  'plan.everythingErased': {
    title: 'Tudo na placa é apagado antes: configurações salvas, Wi-Fi e arquivos serão perdidos.',
    cause: '“Apagar tudo antes” está marcado.',
    steps: ['Desmarque “Apagar tudo antes” para mantê-los.'],
  },
  'plan.dataOverwritten': {
    title: 'O que está salvo na placa será sobrescrito por {name}: {partitions}.',
    cause:
      'O arquivo reserva um lugar para eles, como é comum em um firmware completo, ou o endereço dele está errado.',
    steps: ['Faça antes um backup se precisar, ou deixe o arquivo de fora.'],
  },
  'plan.dataOutOfReach': {
    title: 'A nova tabela de partições não tem lugar para o que está salvo na placa: {partitions}.',
    cause: 'O novo firmware divide a memória flash de outra forma.',
    steps: ['Faça antes um backup se precisar.', 'Ou use firmware com a mesma tabela de partições da placa.'],
  },
  'plan.settingsWithheld': {
    title:
      '{name} traz suas próprias configurações salvas ({partitions}). Elas ficam de fora, para que as suas permaneçam.',
    cause: '“Manter minhas configurações” está marcado.',
    steps: ['Grave o arquivo como está para substituir as configurações da placa, como ao restaurar um backup.'],
  },
};
