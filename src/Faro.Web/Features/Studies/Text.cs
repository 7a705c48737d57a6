// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Studies;

/// <summary>Marks the words of studies and their reports.</summary>
public sealed class Text;
