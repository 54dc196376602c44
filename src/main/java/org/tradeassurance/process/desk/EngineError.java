package org.tradeassurance.process.desk;

/** An error in the form that the webapps show. */
record EngineError(String type, String message) {}
