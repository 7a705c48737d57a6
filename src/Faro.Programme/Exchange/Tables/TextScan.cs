// SPDX-License-Identifier: Apache-2.0
using System.Text;

namespace Faro.Programme.Exchange.Tables;

/// <summary>A look through a whole text file before its rows are read: encoding, separator, quotes, and where they break.</summary>
internal sealed class TextScan
{
    private const int Stretch = 1 << 16;

    private readonly TableLimits _limits;
    private int _row = 1;
    private int _column = 1;
    private int _length;
    private (int Row, int Column) _opened;
    private State _state = State.CellStart;

    private TextScan(TableLimits limits, Encoding encoding, char separator) =>
        (_limits, Encoding, Separator) = (limits, encoding, separator);

    private enum State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    public Encoding Encoding { get; }

    public char Separator { get; }

    /// <exception cref="DamagedFileException">It is no text, or its quotes do not match.</exception>
    public static TextScan Of(Stream stream, TableLimits limits, CancellationToken cancellation)
    {
        var encoding = TextEncoding.Of(stream, cancellation);
        stream.Position = 0;
        using var text = new StreamReader(stream, encoding, true, Stretch, leaveOpen: true);
        var buffer = new char[Stretch];
        var read = text.ReadBlock(buffer);
        var scan = new TextScan(limits, encoding, SeparatorOf(buffer.AsSpan(0, read)));
        var before = '\0';
        while (read > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var letter in buffer.AsSpan(0, read))
            {
                scan.Take(letter, before);
                before = letter;
            }

            read = text.ReadBlock(buffer);
        }

        return scan._state == State.Quoted
            ? throw Damage(FileProblems.QuoteNotClosed, scan._opened.Row, scan._opened.Column)
            : scan;
    }

    private static char SeparatorOf(ReadOnlySpan<char> start)
    {
        var end = start.IndexOfAny('\r', '\n');
        var line = end < 0 ? start : start[..end];
        var (best, most) = (',', 0);
        foreach (var separator in ",;\t|")
        {
            var (count, isQuoted) = (0, false);
            foreach (var letter in line)
            {
                isQuoted ^= letter == '"';
                count += !isQuoted && letter == separator ? 1 : 0;
            }

            (best, most) = count > most ? (separator, count) : (best, most);
        }

        return best;
    }

    private static DamagedFileException Damage(
        string code,
        int row,
        int column,
        params IReadOnlyList<string> values
    ) => new(new FileProblem(code, 1, row, column, values));

    private void Take(char letter, char before)
    {
        if (letter == '\0')
        {
            throw Damage(FileProblems.NulBytes, _row, _column);
        }

        if (_state == State.Quoted)
        {
            _state = letter == '"' ? State.QuoteInQuoted : State.Quoted;
            Grow();
            return;
        }

        if (letter == Separator)
        {
            (_state, _length) = (State.CellStart, 0);
            _column++;
        }
        else if (letter is '\r' or '\n')
        {
            EndRow(letter, before);
        }
        else
        {
            TakeText(letter);
        }
    }

    private void TakeText(char letter)
    {
        if (letter == '"' && _state == State.CellStart)
        {
            (_state, _opened) = (State.Quoted, (_row, _column));
        }
        else if (_state == State.QuoteInQuoted)
        {
            _state =
                letter == '"'
                    ? State.Quoted
                    : throw Damage(FileProblems.QuoteMisplaced, _row, _column);
        }
        else
        {
            _state = State.Plain;
            Grow();
        }
    }

    /// <summary>Rows are counted as records: a line break inside quotes does not end one.</summary>
    private void EndRow(char letter, char before)
    {
        if (letter == '\r' || before != '\r')
        {
            _row++;
        }

        (_state, _length, _column) = (State.CellStart, 0, 1);
    }

    /// <summary>A quote that nobody closes swallows the rest of the file: it is told as such, not as a long cell.</summary>
    private void Grow()
    {
        if (++_length <= _limits.MaxCell)
        {
            return;
        }

        throw Damage(
            FileProblems.CellTooLong,
            _row,
            _column,
            _limits.MaxCell.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}
