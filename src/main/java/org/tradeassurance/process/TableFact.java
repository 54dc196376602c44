package org.tradeassurance.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tradeassurance.order.BusinessTime;
import org.tradeassurance.order.Contract;
import org.tradeassurance.order.Order;

/**
 * What every table that judges an order may ask beside its own inputs, in columns and cells, whether code or a model asks the table. It is found
 * out only where a table asks for it. What is not known, or not yet, is an empty text.
 */
public enum TableFact {
    ORDER_TOTAL(
            "orderTotalCents",
            "Order total",
            "订单总额",
            FactUnit.CENTS,
            "4000000",
            order -> order.amounts().total().cents()),
    DEPOSIT(
            "depositCents",
            "Agreed deposit",
            "约定预付款",
            FactUnit.CENTS,
            "1200000",
            order -> order.amounts().deposit().cents()),
    BALANCE(
            "balanceCents",
            "Agreed balance",
            "约定尾款",
            FactUnit.CENTS,
            "2800000",
            order -> order.amounts().balance().cents()),
    DEPOSIT_RECEIVED(
            "depositReceivedCents",
            "Deposit received",
            "已收预付款",
            FactUnit.CENTS,
            "1200000",
            order -> order.funds().depositReceived().cents()),
    BALANCE_RECEIVED(
            "balanceReceivedCents",
            "Balance received",
            "已收尾款",
            FactUnit.CENTS,
            "0",
            order -> order.funds().balanceReceived().cents()),
    STATUS("status", "Status", "订单状态", FactUnit.WORD, "AWAITING_DEPOSIT", order -> order.status()),
    ORIGIN(
            "origin",
            "How it began",
            "订单来源",
            FactUnit.WORD,
            "SUPPLIER_DRAFT",
            order -> order.parties().origin()),
    COVERAGE_MODE(
            "coverageMode",
            "Coverage",
            "保障方式",
            FactUnit.WORD,
            "POST_DELIVERY",
            order -> contract(order).coverage()),
    TRANSPORT(
            "transport",
            "Transport",
            "运输方式",
            FactUnit.WORD,
            "SEA",
            order -> contract(order).shipping().transport()),
    TRADE_TERM(
            "tradeTerm",
            "Trade term",
            "贸易术语",
            FactUnit.WORD,
            "FOB",
            order -> contract(order).shipping().tradeTerm()),
    DESTINATION(
            "destination",
            "Destination",
            "目的地",
            FactUnit.TEXT,
            "GB",
            order -> contract(order).shipping().destination()),
    PRODUCT_CATEGORY(
            "productCategory",
            "Category of the dearest line",
            "金额最高一行的类目",
            FactUnit.TEXT,
            "LIGHTING",
            order -> category(contract(order))),
    PRODUCT_CATEGORIES(
            "productCategories",
            "Categories of all lines",
            "全部类目",
            FactUnit.LIST,
            "[\"LIGHTING\"]",
            order -> categories(contract(order))),
    BUYER_COUNTRY(
            "buyerCountry",
            "Country of the buyer",
            "买家国家",
            FactUnit.TEXT,
            "GB",
            order -> order.parties().buyer().country()),
    ACCOUNT_TYPE(
            "accountType",
            "Account of the buyer",
            "买家账户类型",
            FactUnit.WORD,
            "OVERSEAS_FREE",
            order -> order.parties().buyer().accountType()),
    SUPPLIER_ID(
            "supplierId",
            "Supplier",
            "供应商编号",
            FactUnit.TEXT,
            "S-1001",
            order -> order.parties().supplierId()),
    SUPPLIER_REGION(
            "supplierRegion",
            "Region of the supplier",
            "供应商地区",
            FactUnit.WORD,
            "CN",
            (order, suppliers) -> suppliers.region(order.parties().supplierId())),
    SUPPLIER_STANDING(
            "supplierStanding",
            "Standing of the supplier",
            "供应商状态",
            FactUnit.WORD,
            "ACTIVE",
            (order, suppliers) -> suppliers.standing(order.parties().supplierId())),
    CONFIRMED_ON(
            "confirmedOn",
            "Confirmed by both",
            "双方确认日期",
            FactUnit.DATE,
            "2015-11-27",
            order -> day(order.agreement().agreedAt())),
    EFFECTIVE_ON(
            "effectiveOn",
            "Contract effective",
            "合同生效日期",
            FactUnit.DATE,
            "2015-12-01",
            order -> day(order.progress().effectiveAt())),
    DEPOSIT_ACCEPTED_ON(
            "depositAcceptedOn",
            "Deposit accepted",
            "预付款收齐日期",
            FactUnit.DATE,
            "2015-12-01",
            order -> day(order.funds().depositAcceptedAt())),
    AGREED_SHIP_DATE(
            "agreedShipDate",
            "Agreed ship date",
            "约定发货日期",
            FactUnit.DATE,
            "2015-12-20",
            order -> order.shipment().agreedShipDate()),
    SHIPPED_ON(
            "shippedOn",
            "Shipped",
            "发货日期",
            FactUnit.DATE,
            "2015-12-18",
            order -> order.shipment().actualShipDate()),
    BALANCE_SETTLED_ON(
            "balanceSettledOn",
            "Balance settled",
            "尾款结清日期",
            FactUnit.DATE,
            "2016-01-04",
            order -> day(order.funds().balanceSettledAt())),
    COMPLETED_ON(
            "completedOn",
            "Completed",
            "完成日期",
            FactUnit.DATE,
            "2016-01-20",
            order -> day(order.progress().completedAt()));

    private static final Map<String, TableFact> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(fact -> fact.name, fact -> fact));

    private final String name;
    private final String english;
    private final String chinese;
    private final FactUnit unit;
    private final String example;

    @SuppressWarnings("ImmutableEnumChecker") // functions of what they are given
    private final BiFunction<Order, SupplierFacts, @Nullable Object> value;

    TableFact(
            String name,
            String english,
            String chinese,
            FactUnit unit,
            String example,
            BiFunction<Order, SupplierFacts, @Nullable Object> value) {
        this.name = name;
        this.english = english;
        this.chinese = chinese;
        this.unit = unit;
        this.example = example;
        this.value = value;
    }

    TableFact(
            String name,
            String english,
            String chinese,
            FactUnit unit,
            String example,
            Function<Order, @Nullable Object> value) {
        this(name, english, chinese, unit, example, (order, suppliers) -> value.apply(order));
    }

    /** Null where no fact has this name. */
    public static @Nullable TableFact named(String name) {
        return BY_NAME.get(name);
    }

    /** By which tables ask for it. */
    public String column() {
        return name;
    }

    /** What it is, its unit and an example, as analysts read it. */
    public String said() {
        return "%s / %s; %s; %s".formatted(english, chinese, unit, example);
    }

    /** What it is of an order of which no more is said, as a table is given it. */
    public Object example() {
        return switch (unit) {
            case CENTS -> Long.valueOf(example);
            case LIST -> List.of(example.replaceAll("[\\[\\]\"]", "").split(",", -1));
            default -> example;
        };
    }

    /** All of them, each with its example. */
    static String offered() {
        return Arrays.stream(values())
                .map(fact -> "%s (%s)".formatted(fact.name, fact.example))
                .collect(Collectors.joining(", "));
    }

    /** @param order null for what belongs to no order */
    Object of(@Nullable Order order, SupplierFacts suppliers) {
        Object known = order == null ? null : value.apply(order, suppliers);
        if (known == null) {
            return "";
        }
        return known instanceof Enum<?> || known instanceof LocalDate ? known.toString() : known;
    }

    private static Contract contract(Order order) {
        return order.agreement().contract();
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : BusinessTime.dateOf(at);
    }

    private static @Nullable String category(Contract contract) {
        return contract.lines().stream()
                .max(Comparator.comparing(Contract.Line::amount))
                .map(Contract.Line::category)
                .orElse(null);
    }

    private static List<String> categories(Contract contract) {
        return contract.lines().stream()
                .map(Contract.Line::category)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
