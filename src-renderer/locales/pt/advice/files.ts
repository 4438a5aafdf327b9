import type { AdviceTextsOf } from '../../nest-by-code';

/** Textos de `file.*`, `image.*` e `input.*`. */
export const filesAdvice: AdviceTextsOf<'file' | 'image' | 'input'> = {
  'file.notFound': {
    title: '{name} não foi encontrado.',
    cause: 'O arquivo foi movido, renomeado ou excluído, ou ainda está sendo compilado.',
    steps: ['Confira o nome e a pasta, ou escolha o arquivo de novo.'],
  },
  'file.unreadable': {
    title: '{name} não pode ser lido: {reason}.',
    cause: 'O arquivo pertence a outro usuário, ou outro programa o mantém bloqueado.',
    steps: ['Confira se você pode abrir o arquivo, ou copie-o para outra pasta e escolha-o lá.'],
  },
  'file.empty': {
    title: '{name} está vazio.',
    cause: 'A compilação ou o download provavelmente parou na metade.',
    steps: ['Compile ou baixe o arquivo de novo.'],
  },
  'file.tooLarge': {
    title: '{name} é grande demais: {sizeBytes}, quando o máximo é {limitBytes}.',
    cause: 'Provavelmente não é um arquivo de firmware.',
    steps: ['Confira se este é o arquivo certo.'],
  },
  'file.changed': {
    title: '{name} foi alterado depois que você o escolheu.',
    cause: 'O arquivo provavelmente foi compilado de novo nesse meio-tempo.',
    steps: ['Escolha o arquivo de novo, para que se grave o que foi verificado.'],
  },
  'file.isFolder': {
    title: '{name} é uma pasta.',
    cause: 'Há uma pasta onde se espera um arquivo.',
    steps: ['Escolha um arquivo dentro dela.'],
  },
  'file.notUnderstood': {
    title: '{name} não foi entendido: {reason}.',
    cause: 'O arquivo provavelmente foi cortado durante o download, ou é de outro tipo que não o do nome.',
    steps: ['Compile ou baixe o arquivo de novo.', 'Confira se é firmware para um chip da Espressif.'],
  },
  'file.badLine': {
    title: 'A linha {line} de {name} não faz sentido: “{text}”.',
    cause: 'A linha tem um número errado de campos ou um valor que nenhuma partição pode ter.',
    steps: ['Escreva nome, tipo, subtipo, offset, tamanho, flags, com vírgulas entre eles.'],
  },
  'file.nothingInside': {
    title: 'Não há firmware em {name}.',
    cause: 'O projeto provavelmente ainda não foi compilado, ou a pasta é outra.',
    steps: [
      'Compile o projeto primeiro, se for um.',
      'Escolha a pasta cujos arquivos terminam em .bin, ou um desses arquivos.',
    ],
  },
  'file.tooManyInside': {
    title: '{name} contém mais de {limit} arquivos.',
    cause: 'Provavelmente não é um pacote de firmware.',
    steps: ['Escolha em vez disso os arquivos de firmware dentro dele.'],
  },
  'file.encrypted': {
    title: '{name} está protegido por senha.',
    cause: 'Quem o compactou definiu uma senha.',
    steps: ['Descompacte-o com a senha e escolha depois a pasta com os arquivos.'],
  },
  'file.severalBuilds': {
    title: '{name} contém mais de uma compilação: {builds}.',
    cause: 'O projeto foi compilado para várias placas ou ambientes.',
    steps: ['Escolha a pasta daquela que você quer.'],
  },
  'file.partMissing': {
    title: '{name} cita o arquivo {part}, que não está lá.',
    cause: 'A compilação provavelmente está incompleta, ou só uma parte do download foi descompactada.',
    steps: ['Compile o projeto de novo, ou descompacte o download inteiro.'],
  },
  'file.partRemote': {
    title: '{name} cita {part}, que está na internet. Nada é baixado.',
    cause: 'O arquivo foi feito para um instalador em uma página web, que busca seus arquivos sozinho.',
    steps: ['Baixe esse arquivo e escolha-o aqui.'],
  },
  'file.partOutside': {
    title: '{name} cita {part}, que está fora de sua pasta.',
    cause: 'O arquivo foi feito em um computador com outras pastas, ou por alguém em quem não se deve confiar.',
    steps: ['Se você confia nesse arquivo, escolha-o separadamente.'],
  },
  'file.notWritten': {
    title: '{name} não pôde ser gravado: {reason}.',
    cause: 'O disco está cheio, a pasta não existe mais, ou você não pode gravar nela.',
    steps: ['Confira se a pasta existe, se você pode gravar nela e se o disco não está cheio.'],
  },
  'file.noRoom': {
    title: 'Não há espaço para {name}: faltam {missingBytes}.',
    cause: 'Todos os arquivos, com o que o sistema de arquivos precisa para si, são maiores que a partição.',
    steps: ['Retire arquivos ou diminua-os, ou use uma partição maior.'],
  },
  'file.nameTooLong': {
    title: 'O nome {name} é longo demais: cabem {limit} caracteres.',
    cause: 'O sistema de arquivos não tem mais espaço para um nome. Letras fora de A a Z podem contar mais de uma vez.',
    steps: ['Use um nome mais curto.'],
  },
  'file.nameNotAllowed': {
    title: '{name} não pode ser um nome aqui.',
    cause: 'Tem caracteres que o sistema de arquivos não permite, aparece duas vezes ou passa por um arquivo.',
    steps: ['Use outro nome.'],
  },
  'file.noFolders': {
    title: '{name} é uma pasta, e este sistema de arquivos não tem pastas.',
    cause: 'No SPIFFS, as pastas são apenas parte do nome dos arquivos.',
    steps: ['Retire a pasta; os arquivos dela mantêm o nome inteiro.'],
  },
  'file.isInput': {
    title: 'O resultado substituiria {name}, do qual é feito.',
    cause: 'O mesmo nome foi escolhido para a origem e para o resultado.',
    steps: ['Escolha outro nome para o resultado.'],
  },
  'image.notBuilt': {
    title: 'Não é possível criar uma imagem de {name}: {reason}.',
    cause:
      'O programa provavelmente foi linkado para outro chip, ou com partes em uma memória que uma imagem não pode preencher.',
    steps: [
      'Confira se o chip e as opções combinam com este programa.',
      'Veja o script do linker com que foi compilado.',
    ],
  },
  'input.notANumber': {
    title: '{what}: “{text}” não é um número que sirva.',
    cause: 'Provavelmente há uma letra a mais, ou o número é maior do que cabe aqui.',
    steps: ['Escreva como 0x10000, 65536, 64k ou 4M.'],
  },
  'input.missing': {
    title: 'Falta algo: {what}.',
    cause: 'Uma parte do comando foi omitida.',
    steps: ['Acrescente e tente de novo.'],
  },
  'input.addressNotWanted': {
    title: '{name} traz seus próprios endereços; {text} não tem lugar ali.',
    cause: 'O próprio arquivo diz onde ficam suas partes.',
    steps: ['Deixe o endereço de fora.'],
  },
  'input.unknownOption': {
    title: '“{text}” não é uma opção conhecida.',
    cause: 'Provavelmente há um erro de digitação, ou a opção é de outro comando.',
    steps: ['Confira a grafia; esplanade --help lista os comandos, esplanade help e um comando, as opções dele.'],
  },
  'input.badChoice': {
    title: '{what}: “{text}” não é uma das escolhas.',
    cause: 'Provavelmente há um erro de digitação, ou a escolha é de outro chip ou comando.',
    steps: ['Escolha uma de: {choices}.'],
  },
};
