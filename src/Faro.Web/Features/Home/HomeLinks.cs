// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Home;

/// <summary>The first pages.</summary>
public static class HomeLinks
{
    public const string Start = "/";
    public const string Help = "/ayuda";
    public const string Search = "/buscar";
}
