// SPDX-License-Identifier: Apache-2.0
using Faro.Programme.Screening;

namespace Faro.Programme.Tests.Screening;

/// <summary>Instruments that Faro ships, by their codes.</summary>
internal static class Shipped
{
    public const string Field = "field-screening";

    public static InstrumentForm FullInterview =>
        InstrumentForm.Shipped.Single(each => each.Code == "full-interview");
}
