import { describe, expect, it } from 'vitest';
import { nianjian } from './nianjian.js';

describe('the help', () => {
  it.each([
    [['--help']],
    [['help']],
    [['help', 'init']],
    [['build', '--help']],
    [['init', '-h']],
    [['preflight', '--help']],
    [['where', '--help']],
    [['dismiss', '--help']],
  ])('of %j is Chinese and goes to stdout', (args) => {
    const { code, stdout, stderr } = nianjian(args);
    expect(code).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/^用法：nianjian/);
    expect(stdout).toContain('显示帮助');
    // English is left only in what is typed: commands, options, file names.
    expect(stdout).not.toMatch(/Usage|Options|Commands|Arguments|display|default|output/);
  });

  it('is shown, as a slip, when no command is given', () => {
    const { code, stdout, stderr } = nianjian([]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('用法：');
  });

  it('has the version', () => {
    expect(nianjian(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});
