package org.tradeassurance.tasklist;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tradeassurance.order.Account;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Problem;
import org.tradeassurance.order.Refusal;
import org.tradeassurance.process.Absences;
import org.tradeassurance.process.Absences.Absence;
import org.tradeassurance.process.Staff;

/** Who is away says so for themselves; a lead says it for the members of the desk. A door of the pages, with their token. */
@Hidden
@RestController
@RequestMapping("/tasks/absences")
class AbsenceController {

    private static final int LONGEST_DAYS = 366;

    private final Absences absences;
    private final DesksInUse desks;
    private final Staff staff;
    private final Clock clock;

    AbsenceController(Absences absences, DesksInUse desks, Staff staff, Clock clock) {
        this.absences = absences;
        this.desks = desks;
        this.staff = staff;
        this.clock = clock;
    }

    /** What the page asks for. */
    record Request(
            @Nullable String login,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String deputy) {}

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@RequestBody Request asked) {
        String login = given("login", asked.login());
        String deputy = given("deputy", asked.deputy());
        LocalDate from = given("from", asked.from());
        LocalDate until = given("until", asked.until());
        requireRight(login);
        LocalDate today = BusinessTime.dateOf(clock.instant());
        if (until.isBefore(from) || until.isBefore(today)) {
            throw Refusal.invalidField("until", "field.not-before", from.isAfter(today) ? from : today);
        }
        if (until.isAfter(from.plusDays(LONGEST_DAYS)) || from.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalidField("until", "field.not-after", today.plusDays(LONGEST_DAYS));
        }
        if (deputy.equals(login) || Collections.disjoint(working(deputy), working(login))) {
            throw Refusal.invalidField("deputy", "absence.no-colleague");
        }
        absences.now(deputy).filter(away -> !away.from().isAfter(until)).ifPresent(away -> {
            throw Refusal.invalidField("deputy", "absence.away-too", away.until());
        });
        absences.put(new Absence(login, from, until, deputy), Account.current().name());
    }

    @DeleteMapping("/{login}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String login) {
        requireRight(login);
        absences.end(login);
    }

    private void requireRight(String login) {
        String me = Account.current().name();
        Viewer viewer = new Viewer(me, groups(me));
        boolean leads = working(login).stream().anyMatch(viewer::leads);
        if (Account.current().role() != Account.Role.STAFF || !(me.equals(login) || leads)) {
            throw new Refusal(Problem.FORBIDDEN, null);
        }
    }

    /** The desks that somebody works at. */
    private Set<String> working(String login) {
        return desks.working(new Viewer(login, groups(login)));
    }

    private Set<String> groups(String login) {
        return staff.member(login).map(Staff.Member::groups).orElse(Set.of());
    }

    private static <T> T given(String field, @Nullable T value) {
        if (value == null || value.toString().isBlank()) {
            throw Refusal.invalidField(field, "field.required");
        }
        return value;
    }
}
