package org.tradeassurance.process;

/** What a table may ask about the supplier of an order. */
public interface SupplierFacts {

    /** {@code CN}, {@code HK} or {@code TW}. */
    String region(String supplierId);

    /** How the supplier stands, as the words of {@code supplier-eligibility} say it. */
    String standing(String supplierId);
}
