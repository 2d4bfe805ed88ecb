/** Where this package tells operators what it does; a pino logger fits. */
export interface AgentLogger {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
