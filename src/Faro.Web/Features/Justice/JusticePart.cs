// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Justice;

namespace Faro.Web.Features.Justice;

/// <summary>The justice track in a printed case file.</summary>
internal sealed class JusticePart(ReadJustice read)
    : LegalPart<JusticeReading>(read, typeof(JusticeSection))
{
    public override int Order => 700;
}
