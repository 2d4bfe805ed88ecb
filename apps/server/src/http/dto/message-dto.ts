import type { MessageDto } from '@ccs/contract';
import type { MessageView } from '@ccs/core/task/view/task-views';

export function toMessageDto({ messageId, ...view }: MessageView): MessageDto {
  return { ...view, id: messageId };
}
