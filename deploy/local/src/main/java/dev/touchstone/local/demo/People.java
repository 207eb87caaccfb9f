package dev.touchstone.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The organisation's people as its HRIS loads them, and as the system knows them. */
final class People {

    private final Http http;
    private final String url;
    private final DemoPeople.Organisation organisation;

    People(Http http, Addresses addresses, DemoPeople.Organisation organisation) {
        this.http = http;
        this.url = addresses.intake() + "/intake/v1/people";
        this.organisation = organisation;
    }

    /** Loads everybody but those who have yet to join. Loading them again changes nothing. */
    void load(Connection hris, List<String> later) {
        List<Map<String, Object>> people = organisation.people().stream()
                .filter(person -> !later.contains(person.login()))
                .map(this::row)
                .toList();
        http.post(url, hris.bearer(), Map.of("people", people)).expect(200);
    }

    DemoPeople.Person byLogin(String login) {
        return organisation.people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new DemonstrationFailed("nobody is " + login));
    }

    /** Everybody's, also of those who join later. */
    List<String> logins() {
        return organisation.people().stream().map(DemoPeople.Person::login).toList();
    }

    /** How many people the organisation has. */
    int size() {
        return organisation.people().size();
    }

    String unitName(String unitId) {
        return organisation.units().stream()
                .filter(unit -> unit.unitId().equals(unitId))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Whether evidence-intake knows whoever this is. */
    boolean isKnown(String authorization) {
        return http.get(url + "/me", authorization).expect(200, 404).status() == 200;
    }

    private Map<String, Object> row(DemoPeople.Person person) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("employeeNumber", person.employeeNumber());
        row.put("login", person.login());
        row.put("displayName", person.name());
        row.put("email", person.email());
        row.put("jobTitle", person.jobTitle());
        row.put("unit", Map.of("unitId", person.unitId(), "name", unitName(person.unitId())));
        person.managerLogin().ifPresent(manager -> row.put("manager", Map.of("login", manager)));
        return row;
    }
}
