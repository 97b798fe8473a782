import type { INodeProperties } from 'n8n-workflow';
import type { Words } from './words';

/**
 * The switch "send", off by default, with a notice that says what the next run will do. Not an expression: whether
 * something leaves must be read on the screen.
 *
 * @param node prefix of the node's words: `nodes.declare`, `nodes.referrals`
 */
export function sendingSwitch(words: Words, node: string, show: Record<string, string[]>): INodeProperties[] {
  const notice = (state: 'off' | 'on'): INodeProperties => ({
    displayName: words(`${node}.notice.${state}`),
    name: state === 'on' ? 'noticeOn' : 'noticeOff',
    type: 'notice',
    default: '',
    displayOptions: { show: { ...show, send: [state === 'on'] } },
  });
  return [
    {
      displayName: words('nodes.send'),
      name: 'send',
      type: 'boolean',
      noDataExpression: true,
      default: false,
      description: words(`${node}.send.description`),
      displayOptions: { show },
    },
    notice('off'),
    notice('on'),
  ];
}
