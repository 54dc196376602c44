package org.tradeassurance.web.doors;

import static org.tradeassurance.order.Account.Role.BANK;
import static org.tradeassurance.order.Account.Role.BUYER;
import static org.tradeassurance.order.Account.Role.EXPORT_SERVICE;
import static org.tradeassurance.order.Account.Role.PLATFORM;
import static org.tradeassurance.order.Account.Role.STAFF;
import static org.tradeassurance.order.Account.Role.SUPPLIER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.tradeassurance.order.Account;

/** Who may do what below {@code /api/v1}. What has no row here is closed, whatever controllers there are. */
record Access(String method, PathPattern path, Set<Account.Role> roles) {

    private static final Set<Account.Role> PARTIES = EnumSet.of(PLATFORM, SUPPLIER, BUYER);
    private static final Set<Account.Role> READERS = EnumSet.of(PLATFORM, SUPPLIER, BUYER, STAFF);
    private static final Set<Account.Role> SUPPLIERS = EnumSet.of(PLATFORM, SUPPLIER);
    private static final Set<Account.Role> BUYERS = EnumSet.of(PLATFORM, BUYER);
    private static final Set<Account.Role> MARKETPLACE = EnumSet.of(PLATFORM);
    private static final Set<Account.Role> EVERYBODY = EnumSet.noneOf(Account.Role.class);

    /** The only list there is of who may do what. */
    static final List<Access> TABLE = List.of(
            row("POST", "/orders", PARTIES),
            row("GET", "/orders", READERS),
            row("GET", "/orders/counters", READERS),
            row("GET", "/orders/{no}", READERS),
            row("GET", "/orders/{no}/operations", READERS),
            row("GET", "/orders/{no}/contracts", READERS),
            row("GET", "/orders/{no}/contracts/{version}", READERS),
            row("GET", "/orders/{no}/funds", READERS),
            row("GET", "/orders/{no}/payment-details", READERS),
            row("POST", "/orders/{no}/submission", PARTIES),
            row("PUT", "/orders/{no}/contract", PARTIES),
            row("POST", "/orders/{no}/confirmations", PARTIES),
            row("POST", "/orders/{no}/cancellations", PARTIES),
            row("POST", "/orders/{no}/cancellations/decision", SUPPLIERS),
            row("POST", "/orders/{no}/closure", SUPPLIERS),
            row("POST", "/orders/{no}/deposit-acceptance", SUPPLIERS),
            row("POST", "/orders/{no}/balance-acceptance", SUPPLIERS),
            row("POST", "/orders/{no}/reminders", PARTIES),
            row("POST", "/orders/{no}/export-orders", SUPPLIERS),
            row("DELETE", "/orders/{no}/export-orders/{exportOrderNo}", SUPPLIERS),
            row("POST", "/orders/{no}/export-orders/{exportOrderNo}/clearance", SUPPLIERS),
            row("POST", "/orders/{no}/shipment-declaration", SUPPLIERS),
            row("POST", "/orders/{no}/goods-receipt", BUYERS),
            row("GET", "/orders/{no}/feedback", READERS),
            row("POST", "/orders/{no}/feedback", BUYERS),
            row("POST", "/orders/{no}/feedback/reply", SUPPLIERS),
            row("GET", "/orders/{no}/disputes", READERS),
            row("POST", "/orders/{no}/disputes", PARTIES),
            row("POST", "/orders/{no}/disputes/decision", MARKETPLACE),
            row("POST", "/orders/{no}/migration", MARKETPLACE),
            row("POST", "/orders/{no}/process", MARKETPLACE),
            row("GET", "/public/trade-records", EVERYBODY),
            row("GET", "/order-templates", READERS),
            row("POST", "/order-templates", PARTIES),
            row("GET", "/order-templates/{id}", READERS),
            row("POST", "/remittances", EnumSet.of(PLATFORM, BANK)),
            row("GET", "/remittances/{id}", EnumSet.of(PLATFORM, BANK, STAFF)),
            row("POST", "/customs-clearances", EnumSet.of(PLATFORM, EXPORT_SERVICE)),
            row("PUT", "/export-orders/{exportOrderNo}", EnumSet.of(PLATFORM, EXPORT_SERVICE)),
            row("PUT", "/suppliers/{id}", MARKETPLACE),
            row("GET", "/suppliers/{id}", EnumSet.of(PLATFORM, SUPPLIER, STAFF)),
            row("GET", "/suppliers/{id}/quota-entries", EnumSet.of(PLATFORM, SUPPLIER, STAFF)),
            row("POST", "/suppliers/{id}/reinstatement", MARKETPLACE),
            row("POST", "/suppliers/{id}/quotations", MARKETPLACE),
            row("POST", "/complaints", BUYERS),
            row("GET", "/complaints/{id}", EnumSet.of(PLATFORM, BUYER, STAFF)),
            row("POST", "/complaints/{id}/decision", MARKETPLACE),
            row("GET", "/tasks/{id}", EnumSet.of(STAFF)),
            row("GET", "/sandbox/clock", MARKETPLACE),
            row("PUT", "/sandbox/clock", MARKETPLACE),
            row("POST", "/sandbox/clock/advance", MARKETPLACE),
            row("GET", "/sandbox/mails", MARKETPLACE),
            row("POST", "/sandbox/reset", MARKETPLACE));

    static Access row(String method, String path, Set<Account.Role> roles) {
        return new Access(method, PathPatternParser.defaultInstance.parse("/api/v1" + path), Set.copyOf(roles));
    }

    boolean admits(Account account) {
        return isOpen() || roles.contains(account.role());
    }

    /** For everybody, logged in or not. */
    boolean isOpen() {
        return roles.isEmpty();
    }
}
