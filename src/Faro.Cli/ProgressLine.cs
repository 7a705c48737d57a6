// SPDX-License-Identifier: Apache-2.0
namespace Faro.Cli;

/// <summary>One line on a terminal's standard error that overwrites itself.</summary>
internal sealed class ProgressLine
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private readonly Lock _turn = new();
    private int _width;

    /// <returns>Null in a pipe: there is nobody to look.</returns>
    public static ProgressLine? OnTerminal() =>
        Console.IsErrorRedirected ? null : new ProgressLine();

    /// <summary>From any thread.</summary>
    public void Show(string line)
    {
        lock (_turn)
        {
            _width = Math.Max(_width, line.Length);
            Console.Error.Write($"\r{line.PadRight(_width)}");
        }
    }

    /// <summary>Says a line again and again until the work is over.</summary>
    public async Task ShowWhileAsync(Task work, Func<string> line)
    {
        while (!work.IsCompleted)
        {
            Show(line());
            await Task.WhenAny(work, Task.Delay(Between));
        }

        Clear();
    }

    public void Clear()
    {
        lock (_turn)
        {
            if (_width > 0)
            {
                Console.Error.Write($"\r{new string(' ', _width)}\r");
            }
        }
    }
}
