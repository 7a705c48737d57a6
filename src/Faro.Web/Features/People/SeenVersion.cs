// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.People;

/// <summary>The version a form was filled from.</summary>
public sealed class SeenVersion
{
    public int Value { get; set; }
}
