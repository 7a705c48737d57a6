// SPDX-License-Identifier: Apache-2.0
using System.Reflection;
using Faro.Programme.Sqlite;
using Faro.Web.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Faro.House.Tests;

/// <summary>A form binds to answers of its own, a page states its door and is drawn from all that it read.</summary>
public sealed class PageTests
{
    [Fact]
    public void No_form_binds_to_an_entity()
    {
        using var db = new SqliteEngine(
            Path.Combine(Path.GetTempPath(), "unused.db"),
            NullLogger<SqliteEngine>.Instance
        ).OpenReader();
        var entities = db.Model.GetEntityTypes().Select(entity => entity.ClrType).ToHashSet();
        var bound = House
            .WrittenTypes(House.Assemblies["Faro.Web"])
            .SelectMany(type =>
                type.GetProperties(
                    BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                )
            )
            .Where(property =>
                property.GetCustomAttribute<SupplyParameterFromFormAttribute>() is not null
            )
            .Where(property => entities.Contains(property.PropertyType));
        Assert.Empty(
            bound.Select(property => $"{property.DeclaringType!.FullName}.{property.Name}")
        );
    }

    [Fact]
    public void What_reads_before_it_shows_is_drawn_only_from_all_of_it()
    {
        var others = House
            .WrittenTypes(House.Assemblies["Faro.Web"])
            .Where(type => type.IsAssignableTo(typeof(ComponentBase)))
            .Where(type => !type.IsAssignableTo(typeof(LayoutComponentBase)))
            .Where(type => !type.IsAssignableTo(typeof(ReadWhole)))
            .Where(type =>
                type.GetMethod(
                    "OnInitializedAsync",
                    BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                )
                    is not null
            );
        Assert.Empty(others.Select(type => type.FullName));
    }

    [Fact]
    public void Every_page_states_its_door()
    {
        var open = House
            .WrittenTypes(House.Assemblies["Faro.Web"])
            .Where(type => type.GetCustomAttributes<RouteAttribute>().Any())
            .Where(type => type.GetCustomAttribute<Web.Doors.DoorAttribute>() is null);
        Assert.Empty(open.Select(type => type.FullName));
    }
}
