// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Settings;

/// <summary>Marks the words of the programme's own settings.</summary>
public sealed class Text;
