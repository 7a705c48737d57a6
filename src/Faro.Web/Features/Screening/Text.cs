// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Screening;

/// <summary>Marks the words of the Screening area.</summary>
public sealed class Text;
