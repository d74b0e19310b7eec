// Validator
