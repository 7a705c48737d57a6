// SPDX-License-Identifier: Apache-2.0
using Faro.Programme;
using Faro.Programme.Access;

namespace Faro.Tests.Support;

/// <summary>An operation that does what the test says, through the same door as every other.</summary>
public sealed class TestWrite(OperationDoor door)
    : Operation<Func<Act, Task<Outcome<Done>>>, Done>(door)
{
    public override Permission Permission => Permissions.ManageSettings;

    protected internal override Task<Outcome<Done>> ActAsync(
        Act act,
        Func<Act, Task<Outcome<Done>>> input,
        CancellationToken cancellation
    ) => input(act);
}
