// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Caseload;

/// <summary>Marks the words of the Caseload area.</summary>
public sealed class Text;
