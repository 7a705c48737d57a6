// SPDX-License-Identifier: Apache-2.0
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Faro.Programme.Storage;

/// <summary>Times on SQLite: UTC text with microseconds, so that text order is time order. PostgreSQL has its own type.</summary>
internal sealed class UtcText()
    : ValueConverter<DateTimeOffset, string>(
        time => time.ToUniversalTime().ToString(Format, CultureInfo.InvariantCulture),
        text =>
            DateTimeOffset.ParseExact(
                text,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
    )
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
}
