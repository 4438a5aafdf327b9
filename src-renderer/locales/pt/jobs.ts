import type { jobsTexts as english } from '../en/jobs';
import type { Widened } from '../messages';

/** Uma tarefa em andamento e como terminou. */
export const jobsTexts: Widened<typeof english> = {
  progress: {
    title: {
      flash: 'Gravando {board}',
      read: 'Lendo {board}',
      erase: 'Apagando {board}',
      verify: 'Comparando com {board}',
      nvs: 'Lendo as configurações de {board}',
      partitions: 'Gravando a tabela em {board}',
      memory: 'Memória de {board}',
      tools: 'Ferramentas: {board}',
      volume: 'Lendo os arquivos de {board}',
    },
    unhurried: 'Isso pode levar um ou dois minutos.',
    overall: 'Progresso',
    file: 'Arquivo {n} de {count}',
    speed: 'Velocidade',
    timeLeft: 'Tempo restante',
    elapsed: 'Decorrido',
    rate: 'Taxa de baud',
    none: '–',
    step: {
      connecting: 'Conectar',
      detecting: 'Identificar o chip',
      startingStub: 'Iniciar o carregador rápido',
      resetting: 'Reiniciar a placa',
      listening: 'Ouvir a placa',
    },
    work: {
      flash: 'Gravar e verificar',
      read: 'Ler e verificar',
      erase: 'Apagar e verificar',
      verify: 'Comparar',
      nvs: 'Ler e verificar',
      partitions: 'Gravar e verificar',
      memory: 'Ler ou gravar a memória',
      tools: 'Ler ou gravar',
      volume: 'Ler e verificar',
    },
    now: {
      waiting: 'Esperando a porta',
      connecting: 'Conectando',
      startingStub: 'Iniciando o carregador rápido',
      detecting: 'Identificando o chip',
      erasing: 'Apagando',
      reading: 'Lendo',
      writing: 'Gravando',
      verifying: 'Verificando',
      resetting: 'Reiniciando a placa',
      listening: 'Ouvindo a placa',
      done: 'Concluindo',
    },
    stepState: { done: 'feito', active: 'agora', pending: 'a fazer' },
    announce: '{stage}, {percent}',
  },
  result: {
    verified: 'Verificado',
    proof:
      'O que está no chip é o que foi enviado: o MD5 da região confere. | O que está no chip é o que foi enviado: o MD5 de cada uma das {count} regiões confere.',
    unproven: 'Gravado, não verificado',
    unprovenText:
      'O chip aceitou tudo. Em Secure Download Mode ninguém pode ler de volta; só quando a placa funcionar se saberá se está certo.',
    encrypted: 'Gravado e criptografado',
    encryptedText:
      'O chip criptografou com sua própria chave e gravou. O que está lá agora não é o arquivo original, e só o chip consegue ler.',
    written: 'Gravado',
    sent: 'Enviado pelo cabo',
    speed: 'Velocidade média',
    rate: 'Taxa de baud',
    chip: 'Chip',
    mac: 'Endereço MAC',
    regions: 'O que foi comprovado',
    regionAt: '{offset}, {size}',
    boardSaid: 'O que a placa disse ao reiniciar',
    boardSilent:
      'A placa não disse nada ao reiniciar. Muitos apps não imprimem nada; pressione RESET se ela não funcionar.',
    openMonitor: 'Abrir o monitor',
    notListened: 'A placa fica como está; não foi reiniciada.',
    cancelled: 'Cancelado',
    unplugged: 'A placa foi desconectada',
    waitingForBoard: 'Conecte a placa de novo para continuar.',
    boardIsBack: 'A placa voltou.',
    steps: 'O que fazer',
  },
  job: {
    failed: {
      flash: 'Não gravado',
      read: 'Não lido',
      erase: 'Não apagado',
      verify: 'Não comparado',
      nvs: 'Configurações não lidas',
      partitions: 'Tabela não gravada',
      memory: 'Não concluído',
      tools: 'Não concluído',
      volume: 'Arquivos não lidos',
    },
    done: {
      flash: 'Gravado',
      read: 'Lido',
      erase: 'Apagado',
      verify: 'Comparado',
      nvs: 'Configurações lidas',
      partitions: 'Tabela gravada',
      memory: 'Concluído',
      tools: 'Concluído',
      volume: 'Arquivos lidos',
    },
    show: 'Mostrar o que aconteceu',
    reason: { elsewhere: 'Espere a tarefa em andamento terminar.' },
    aftermath: {
      flash: {
        untouched: 'Nada foi gravado: a placa está como estava.',
        begun: 'O que estava sendo gravado ficou incompleto. Grave a placa de novo antes de usá-la.',
      },
      read: {
        untouched: 'Nenhum arquivo foi criado. A placa está como estava.',
        begun: 'Nenhum arquivo foi criado. A placa está como estava.',
      },
      erase: {
        untouched: 'Nada foi apagado: a placa está como estava.',
        begun: 'Uma parte foi apagada, talvez tudo. Apague de novo, ou grave a placa antes de usá-la.',
      },
      verify: {
        untouched: 'Nada foi gravado: a placa está como estava.',
        begun: 'Nada foi gravado: a placa está como estava.',
      },
      partitions: {
        untouched: 'Nada foi gravado: a placa está como estava.',
        begun: 'A tabela pode estar incompleta. Grave-a de novo antes de usar a placa.',
      },
      memory: {
        untouched: 'Nada foi feito. A placa está como estava.',
        begun: 'Não foi concluído. A flash está como estava.',
      },
      tools: {
        untouched: 'Nada foi feito. A placa está como estava.',
        begun:
          'Não foi concluído: os registradores de status podem estar gravados pela metade. Leia-os de novo antes de continuar.',
      },
      nvs: {
        untouched: 'Nada foi lido. A placa está como estava.',
        begun: 'Nem tudo foi lido. A placa está como estava.',
      },
      volume: {
        untouched: 'Nada foi lido. A placa está como estava.',
        begun: 'Nem tudo foi lido. A placa está como estava.',
      },
    },
  },
};
