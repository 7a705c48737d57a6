// SPDX-License-Identifier: Apache-2.0
using System.CommandLine;

namespace Faro.Cli;

/// <summary>Options that take a number between two others.</summary>
internal static class OptionRange
{
    /// <summary>Refuses what lies outside; an option that may be left out passes when it is.</summary>
    public static void Within<T>(this Option<T> option, T least, T most) =>
        option.Validators.Add(result =>
        {
            var order = Comparer<T>.Default;
            try
            {
                if (
                    result.GetValueOrDefault<T>() is { } value
                    && (order.Compare(value, least) < 0 || order.Compare(value, most) > 0)
                )
                {
                    result.AddError(Words.Get("Option.OutOfRange", option.Name, least!, most!));
                }
            }
            catch (InvalidOperationException noNumber)
            {
                // What is no number at all is found only here, and would otherwise end the program.
                result.AddError(noNumber.Message);
            }
        });
}
