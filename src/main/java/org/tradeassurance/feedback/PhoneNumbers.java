package org.tradeassurance.feedback;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds phone numbers among all the other numbers of a trade (FBK-03): what a country's plan knows, written as people write it there.
 * The words before it decide where the digits alone do not.
 */
final class PhoneNumbers {

    /** Where a number without a country code may belong to. */
    private static final List<String> COUNTRIES = List.of("CN", "US", "GB", "DE", "IN", "BR");

    private static final int FIRST_LENGTH_OF_NO_QUANTITY = 9;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern CALLED = Pattern.compile(
            Words.of("words-before-phones.txt")
                    + "[\\s:.,()-]*(?:(?:me|us|at|on|number|no|is|id|code|号码?|是)[\\s:.,()-]*){0,3}"
                    + "\\+?\\(?\\d(?:[\\s().-]{0,2}\\d){6,14}(?!\\d)",
            FLAGS);

    private static final Pattern LABELLED =
            Pattern.compile(Words.of("words-before-numbers.txt") + "(?:[\\s:.#()]|\\bno\\b|\\bnumber\\b|是)*$", FLAGS);

    private PhoneNumbers() {}

    static boolean in(String text) {
        return CALLED.matcher(text).find() || COUNTRIES.stream().anyMatch(country -> of(country, text));
    }

    private static boolean of(String country, String text) {
        for (PhoneNumberMatch match :
                PhoneNumberUtil.getInstance().findNumbers(text, country, Leniency.STRICT_GROUPING, text.length())) {
            boolean international = match.rawString().startsWith("+");
            if (international || (isWrittenAsPhone(match) && !isLabelled(text, match.start()))) {
                return true;
            }
        }
        return false;
    }

    /** Ten digits in a row may be anything; a Chinese mobile number is what it is. */
    private static boolean isWrittenAsPhone(PhoneNumberMatch match) {
        PhoneNumber number = match.number();
        String national = Long.toString(number.getNationalNumber());
        boolean grouped = match.rawString().chars().anyMatch(c -> !Character.isDigit(c));
        boolean chineseMobile = number.getCountryCode() == 86
                && PhoneNumberUtil.getInstance().getNumberType(number) == PhoneNumberType.MOBILE;
        boolean abroad = match.rawString().startsWith("00");
        return national.length() >= FIRST_LENGTH_OF_NO_QUANTITY && (grouped || chineseMobile || abroad);
    }

    private static boolean isLabelled(String text, int start) {
        return LABELLED.matcher(text.substring(0, start)).find();
    }
}
