import type { sharingTexts as english } from '../en/sharing';
import type { Widened } from '../messages';

/** Dar uma porta a outros programas pela rede. */
export const sharingTexts: Widened<typeof english> = {
  share: {
    title: 'Compartilhar esta porta',
    open: 'Compartilhar esta porta',
    intro:
      'Outros programas podem usar esta placa pela rede, como se estivesse conectada onde eles rodam: o esptool, um terminal serial, o Esplanade em outro computador. Nada é compartilhado até você começar aqui.',
    audience: 'Quem pode usá-la',
    thisComputer: 'Só este computador',
    thisComputerHint: 'Programas que rodam aqui. Ninguém mais tem acesso.',
    localNetwork: 'A rede local',
    localNetworkHint: 'Todos os computadores da mesma rede.',
    warning: 'Não há senha: qualquer pessoa na sua rede poderá ler, gravar e apagar esta placa.',
    port: 'Número da porta',
    portHint: 'Se estiver ocupado, é usado o próximo livre.',
    portBad: 'Um número de 1 a 65535.',
    start: 'Compartilhar',
    stop: 'Parar de compartilhar',
    reason: { busy: 'Espere a tarefa em andamento terminar.' },
    on: {
      thisComputer: 'Compartilhada com programas deste computador',
      localNetwork: 'Compartilhada com a rede local',
    },
    away: 'A placa sumiu. O compartilhamento termina se ela não voltar em instantes.',
    address: 'Endereço | Endereço, um para cada rede',
    addressHint:
      'Informe-o ao outro programa como porta: esptool --port, ou “Porta de rede” no Esplanade. Enquanto a porta é compartilhada, o Esplanade não toca na placa.',
    otherPort: 'A porta {wanted} está ocupada, por isso é usada a {port}.',
    peers: 'Conectados agora',
    nobody: 'Ninguém',
    since: 'há {duration}',
    traffic: '{received} para a placa, {sent} dela',
    turnedAway: '{address} também quis se conectar e foi recusado: um por vez.',
    problem: 'O último não pôde ser atendido. {reason}',
    strip: 'Porta compartilhada | {count} portas compartilhadas',
    stripNobody: 'Ninguém conectado',
    stripUsed: '{count} conectado | {count} conectados',
  },
};
