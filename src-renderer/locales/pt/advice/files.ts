import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `file.*`, `image.*` e `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} não foi encontrado.',
    steps: ['Confira o nome e a pasta, ou escolha o arquivo de novo.'],
  },
  'file.unreadable': {
    title: '{name} não pode ser lido: {reason}.',
    steps: ['Confira se você pode abrir o arquivo, ou copie-o para outra pasta e escolha-o lá.'],
  },
  'file.empty': { title: '{name} está vazio.', steps: ['Compile ou baixe o arquivo de novo.'] },
  'file.tooLarge': {
    title: '{name} é grande demais: {sizeBytes}, quando o máximo é {limitBytes}.',
    steps: ['Confira se este é o arquivo certo.'],
  },
  'file.changed': {
    title: '{name} foi alterado depois que você o escolheu.',
    steps: ['Escolha o arquivo de novo, para que se grave o que foi verificado.'],
  },
  'file.isFolder': { title: '{name} é uma pasta.', steps: ['Escolha um arquivo dentro dela.'] },
  'file.notUnderstood': {
    title: '{name} não foi entendido: {reason}.',
    steps: ['Compile ou baixe o arquivo de novo.', 'Confira se é firmware para um chip da Espressif.'],
  },
  'file.badLine': {
    title: 'A linha {line} de {name} não faz sentido: “{text}”.',
    steps: ['Escreva nome, tipo, subtipo, offset, tamanho, flags, com vírgulas entre eles.'],
  },
  'file.nothingInside': {
    title: 'Não há firmware em {name}.',
    steps: [
      'Compile o projeto primeiro, se for um.',
      'Escolha a pasta cujos arquivos terminam em .bin, ou um desses arquivos.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contém mais de {limit} arquivos.',
    steps: ['Escolha em vez disso os arquivos de firmware dentro dele.'],
  },
  'file.encrypted': {
    title: '{name} está protegido por senha.',
    steps: ['Descompacte-o com a senha e escolha depois a pasta com os arquivos.'],
  },
  'file.severalBuilds': {
    title: '{name} contém mais de uma compilação: {builds}.',
    steps: ['Escolha a pasta daquela que você quer.'],
  },
  'file.partMissing': {
    title: '{name} cita o arquivo {part}, que não está lá.',
    steps: ['Compile o projeto de novo, ou descompacte o download inteiro.'],
  },
  'file.partRemote': {
    title: '{name} cita {part}, que está na internet. Nada é baixado.',
    steps: ['Baixe esse arquivo e escolha-o aqui.'],
  },
  'file.partOutside': {
    title: '{name} cita {part}, que está fora de sua pasta.',
    steps: ['Se você confia nesse arquivo, escolha-o separadamente.'],
  },
  'file.notWritten': {
    title: '{name} não pôde ser gravado: {reason}.',
    steps: ['Confira se a pasta existe, se você pode gravar nela e se o disco não está cheio.'],
  },
  'file.isInput': {
    title: 'O resultado substituiria {name}, do qual é feito.',
    steps: ['Escolha outro nome para o resultado.'],
  },
  'image.notBuilt': {
    title: 'Não é possível criar uma imagem de {name}: {reason}.',
    steps: [
      'Confira se o chip e as opções combinam com este programa.',
      'Veja o script do linker com que foi compilado.',
    ],
  },
  'input.notANumber': {
    title: '{what}: “{text}” não é um número que sirva.',
    steps: ['Escreva como 0x10000, 65536, 64k ou 4M.'],
  },
  'input.missing': { title: 'Falta algo: {what}.', steps: ['Acrescente e tente de novo.'] },
  'input.addressNotWanted': {
    title: '{name} traz seus próprios endereços; {text} não tem lugar ali.',
    steps: ['Deixe o endereço de fora.'],
  },
  'input.unknownOption': {
    title: '“{text}” não é uma opção conhecida.',
    steps: ['Confira a grafia; esplanade --help lista os comandos, esplanade help e um comando, as opções dele.'],
  },
  'input.badChoice': { title: '{what}: “{text}” não é uma das escolhas.', steps: ['Escolha uma de: {choices}.'] },
};
