const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,127}$/;

/** Names that decide what programs run, what they load, where they keep things or whom they talk to. */
const RESERVED = new Set(
  `PATH HOME USER LOGNAME SHELL PWD OLDPWD TMPDIR TMP TEMP IFS ENV BASH_ENV BASHOPTS SHELLOPTS ZDOTDIR CDPATH PS4
  PROMPT_COMMAND EDITOR VISUAL PAGER NODE_OPTIONS NODE_PATH NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED
  PYTHONPATH PYTHONHOME PYTHONSTARTUP PERL5LIB PERL5OPT RUBYLIB RUBYOPT JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  _JAVA_OPTIONS SSL_CERT_FILE SSL_CERT_DIR IS_SANDBOX API_TIMEOUT_MS MAX_THINKING_TOKENS
  DISABLE_AUTOUPDATER`.split(/\s+/),
);
const RESERVED_FAMILY = /^(?:LD_|DYLD_|BASH_FUNC_|ANTHROPIC_|CLAUDE_|CCS_|GIT_|NPM_CONFIG_|[A-Z]+_PROXY$)/;

/**
 * Why an agent may not ask for a secret under this name of an environment variable, as a sentence for the agent; null
 * when it may. Reserved are names that would break or redirect the agent itself, in whatever case.
 */
export function envNameProblem(name: string): string | null {
  if (!NAME.test(name)) {
    return 'The name of an environment variable has only letters, digits and _, does not start with a digit and is at most 128 characters long.';
  }
  const upper = name.toUpperCase();
  if (RESERVED.has(upper) || RESERVED_FAMILY.test(upper)) {
    return `The name ${name} is reserved, because it would change how the agent itself runs. Use another one, such as APP_${name}.`;
  }
  return null;
}
