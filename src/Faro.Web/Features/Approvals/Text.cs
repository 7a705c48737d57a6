// SPDX-License-Identifier: Apache-2.0
namespace Faro.Web.Features.Approvals;

/// <summary>Marks the words of the Approvals area.</summary>
public sealed class Text;
