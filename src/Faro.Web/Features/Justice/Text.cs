// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Justice;

/// <summary>Marks the words of the Justice area.</summary>
public sealed class Text;
