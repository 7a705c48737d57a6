// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Settings;

/// <summary>The pages of the programme's own settings.</summary>
public static class SettingsLinks
{
    public const string FirstTime = "/primera-vez";
    public const string Settings = "/ajustes";
    public const string Keys = "/ajustes/llaves";
}
