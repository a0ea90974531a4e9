"""The method's texts and settings in English and Polish, read strictly from JSON.

Standard library only. The public face of this room:

    loader       shipped_method, shipped_method_data, parse_method, method_data
    profile      shipped_profile, parse_profile
    consistency  shipped_hints, parse_hints, consistency_hints, matching_hints
    values       Text, Question, Criterion, Gate, Section, MethodContent
    advice       shipped_advice, parse_advice
    advice_values  Advice, Plan, Action, Duty, Risk, Difference
    reading      ContentError
"""
